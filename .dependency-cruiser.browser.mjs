// What a browser would be sent: here imports of types don't count, since nothing of them is left when it is built.
const browser = { path: '^(components|client)/', pathNot: '\\.test\\.tsx?$' }

export default {
  forbidden: [
    {
      name: 'no-zod-in-the-browser',
      severity: 'error',
      from: browser,
      to: { path: 'node_modules/zod/', reachable: true },
    },
    {
      name: 'no-node-in-the-browser',
      severity: 'error',
      from: { path: '^(components|client|domain|content)/', pathNot: '(\\.test\\.tsx?$|^content/import/)' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: false,
    doNotFollow: { path: 'node_modules' },
  },
}
