import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const ACTION = {
  selector: 'Literal[value=/^use server$/]',
  message: 'Writes go through /api/v1 (docs/architecture.md, invariant 3).',
}

const CLIENT = {
  selector: 'ExpressionStatement[directive="use client"]',
  message: 'What runs in the browser lives in components/ and client/; app/ only hands data to it.',
}

export default tseslint.config(
  { ignores: ['.next/', '.data/', 'build/', 'prisma/client/', 'next-env.d.ts', 'test-results/', 'playwright-report/'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['{app,components,client}/**/*.{ts,tsx}'], ...hooks.configs.flat['recommended-latest'] },
  {
    files: ['{app,components,client,content,server,domain}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}', 'server/testing/**'],
    rules: { 'no-console': 'error', 'no-restricted-syntax': ['error', ACTION] },
  },
  {
    files: ['{app,content,server,domain}/**/*.{ts,tsx}'],
    ignores: ['**/error.tsx', '**/global-error.tsx', '**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ACTION, CLIENT] },
  },
)
