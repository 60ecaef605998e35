// The architecture as a check. Each room, and the rooms it may import.
const rooms = {
  domain: [],
  content: ['domain'],
  client: ['domain'],
  components: ['domain', 'content', 'client'],
  server: ['domain', 'content', 'prisma/client'],
  app: ['domain', 'content', 'client', 'components', 'server'],
  e2e: ['domain', 'server/testing'],
  bench: ['domain', 'content', 'server', 'server/testing'],
}

const room = `^(${[...Object.keys(rooms), 'prisma'].join('|')})/`
const test = '(\\.test\\.tsx?$|\\.cases\\.ts$|^e2e/|^bench/|^server/testing/)'
const npm = 'node_modules/'

export default {
  forbidden: [
    ...Object.entries(rooms).map(([name, may]) => ({
      name: `${name}-arrows`,
      severity: 'error',
      from: { path: `^${name}/` },
      to: { path: room, pathNot: `^(${[name, ...may].join('|')})/` },
    })),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^domain/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: `${npm}zod/` },
    },
    {
      name: 'one-door-to-the-database',
      severity: 'error',
      from: { pathNot: '^(server|prisma)/' },
      to: { path: '^prisma/client' },
    },
    {
      name: 'one-room-mounts-an-editor',
      severity: 'error',
      from: { path: '^(components|client|app)/', pathNot: '^components/editor/' },
      to: { path: `${npm}@tiptap/(react|core)` },
    },
    {
      name: 'files-are-read-in-the-child',
      severity: 'error',
      from: {
        path: '^(app|server|components|client)/',
        pathNot: '(\\.test\\.ts$|^server/testing/|^server/documents/convert-child\\.ts$)',
      },
      to: {
        path: '^content/import/',
        pathNot: '^content/import/(formats|source|meta)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    { name: 'tests-are-leaves', severity: 'error', from: { pathNot: test }, to: { path: test } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: ['node_modules', '^prisma/client/'] },
    exclude: { path: '^(\\.next|build)/' },
  },
}
