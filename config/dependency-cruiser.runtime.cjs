// What reaches the bundles: type-only imports are gone here. Windows trust main, so they ship no validator.
const { options } = require('./dependency-cruiser.cjs');

module.exports = {
  forbidden: [
    {
      name: 'renderer-ships-no-validator',
      severity: 'error',
      from: { path: '^(renderer|preload)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: 'node_modules/zod/', reachable: true },
    },
  ],
  options: { ...options, tsPreCompilationDeps: false },
};
