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

const OUTBOUND =
  'The server asks others for nothing but by safeFetch, the browser nothing but our API by client/call.ts.'

/** What could send a request. Listening, and telling addresses apart, is no harm. */
const MODULES = [
  ...['http', 'https', 'http2'].map((name) => ({ name, allowImportNames: ['createServer'] })),
  { name: 'net', allowImportNames: ['createServer', 'isIP', 'isIPv4', 'isIPv6', 'BlockList'] },
  ...['tls', 'dgram', 'undici', 'axios', 'got', 'ky', 'node-fetch', 'superagent', 'ws'].map((name) => ({ name })),
]

const DYNAMIC = {
  selector: `ImportExpression[source.value=/^(node:)?(${MODULES.map(({ name }) => name).join('|')})$/]`,
  message: OUTBOUND,
}

const GLOBALS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']

/** The one way out (docs/decisions/0015-safe-fetch.md): a rule for whatever else could ask something of somebody. */
const ONE_WAY_OUT = {
  'no-restricted-globals': ['error', ...GLOBALS.map((name) => ({ name, message: OUTBOUND }))],
  'no-restricted-properties': [
    'error',
    ...['globalThis', 'window', 'self', 'global'].flatMap((object) =>
      GLOBALS.map((property) => ({ object, property, message: OUTBOUND })),
    ),
    { object: 'navigator', property: 'sendBeacon', message: OUTBOUND },
  ],
  '@typescript-eslint/no-restricted-imports': [
    'error',
    ...MODULES.flatMap(({ name, ...rest }) =>
      [name, `node:${name}`].map((each) => ({ name: each, ...rest, message: OUTBOUND, allowTypeImports: true })),
    ),
  ],
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
    rules: { 'no-console': 'error', 'no-restricted-syntax': ['error', ACTION, DYNAMIC] },
  },
  {
    files: ['{app,content,server,domain}/**/*.{ts,tsx}'],
    ignores: ['**/error.tsx', '**/global-error.tsx', '**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ACTION, CLIENT, DYNAMIC] },
  },
  {
    files: ['{app,components,client,content,server,domain}/**/*.{ts,tsx}', 'scripts/*.mjs', '*.ts'],
    ignores: [
      '**/*.test.{ts,tsx}',
      'server/testing/**',
      'server/safe-fetch.ts',
      // They ask our own server.
      'client/{call,sign-in,uploads}.ts',
      'components/reader/{early,fetch-parts}.ts',
      'scripts/test-server.mjs',
    ],
    rules: ONE_WAY_OUT,
  },
)
