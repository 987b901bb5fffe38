/** The layers of the map in the README: who may import whom. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only-the-shell-touches-electron',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/(shell/|main\\.ts$|preload\\.ts$)' },
      to: { path: '(^|/)electron$|node_modules/electron/' },
    },
    {
      name: 'services-know-no-host',
      severity: 'error',
      from: { path: '^electron/(services|db|contract)/' },
      to: { path: '^(renderer/|electron/(shell|host|cli)/|electron/(main|preload|service-process)\\.ts$)' },
    },
    {
      name: 'contract-stands-alone',
      severity: 'error',
      from: { path: '^electron/contract/' },
      to: { pathNot: '^electron/contract/|node_modules/zod/' },
    },
    {
      name: 'renderer-imports-only-the-contract',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/', pathNot: '^electron/contract/' },
    },
    {
      name: 'renderer-imports-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'components-know-no-screens',
      severity: 'error',
      from: { path: '^renderer/(components|lib)/' },
      to: { path: '^renderer/screens/' },
    },
    {
      name: 'product-imports-no-tests',
      severity: 'error',
      from: { path: '^(electron|renderer)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.d\\.ts$|vite\\.config\\.ts$' },
      to: {},
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^mdast$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
