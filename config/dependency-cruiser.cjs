// Layers and rooms. Arrows point inwards: renderer → domain ← main ← main/edge, preload → domain, backend → domain;
// inside domain: kernel ← rooms ← contract. Type-only imports count; what reaches the bundles is the runtime pass.
const T = '\\.test\\.tsx?$';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  { name: 'no-cycles', from: {}, to: { circular: true } },
  {
    name: 'domain-is-the-centre',
    from: { path: '^domain/', pathNot: T },
    to: { pathNot: '^domain/|(^|/)node_modules/zod/' },
  },
  { name: 'domain-layers', from: { path: '^domain/kernel/' }, to: { path: '^domain/(?!kernel/)' } },
  {
    name: 'domain-rooms-below-contract',
    from: { path: '^domain/(?!kernel/|contract/)[^/]+/' },
    to: { path: '^domain/contract/' },
  },
  {
    // Other rooms see a room's model and rules only.
    name: 'domain-room-faces',
    from: { path: '^domain/(?!kernel/|contract/)([^/]+)/' },
    to: {
      path: '^domain/(?!kernel/|contract/)[^/]+/',
      pathNot: ['^domain/$1/', '^domain/[^/]+/(model|rules)\\.ts$'],
    },
  },
  {
    name: 'sides-never-meet',
    from: { path: '^(main|preload|renderer|backend)/' },
    to: { path: '^(main|preload|renderer|backend)/', pathNot: ['^$1/'] },
  },
  {
    name: 'main-rooms-apart',
    from: { path: '^main/(?!kernel/|edge/)([^/]+)/' },
    to: { path: '^main/', pathNot: ['^main/$1/', '^main/kernel/'] },
  },
  { name: 'main-kernel-below-rooms', from: { path: '^main/kernel/' }, to: { path: '^main/(?!kernel/)' } },
  {
    name: 'renderer-rooms-apart',
    from: { path: '^renderer/(?!replica/|panels/|windows/|ui/|text/)([^/]+)/' },
    to: {
      path: '^renderer/',
      pathNot: [
        '^renderer/$1/',
        '^renderer/(replica|ui|text)/',
        '^renderer/panels/(definition|PanelFrame|editing|editingDefinition|seen|tileTitle)\\.tsx?$',
      ],
    },
  },
  {
    name: 'edge-is-wired-by-the-roots',
    from: { path: '^main/(?!edge/|(index|core)\\.ts$)' },
    to: { path: '^main/edge/' },
  },
  { name: 'core-without-electron', from: { path: '^main/core\\.ts$' }, to: { path: '^main/edge/electron/' } },
  {
    name: 'rooms-without-node',
    from: { path: '^main/(?!edge/|(index|core)\\.ts$)', pathNot: T },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'edge-only-electron',
    from: {
      pathNot:
        '^(main/edge/electron/|main/index\\.ts$|preload/|tests/(e2e|bench/raw)/|config/setup/default-app/)',
    },
    to: { path: '(^|/)node_modules/electron/|^electron$' },
  },
  {
    name: 'edge-only-sqlite',
    from: { pathNot: '^(main/edge/sqlite|backend/store)/' },
    to: { path: 'node_modules/(better-sqlite3|libsql)/' },
  },
  {
    name: 'edge-only-ws',
    from: { pathNot: '^(main/edge/socket/|backend/|tests/)' },
    to: { path: 'node_modules/(@types/)?ws/' },
  },
  {
    name: 'edge-only-mapbox',
    from: { pathNot: '^renderer/map/' },
    to: { path: 'node_modules/(mapbox-gl|maplibre-gl)/' },
  },
  {
    name: 'edge-only-videojs',
    from: { pathNot: '^renderer/cameras/' },
    to: { path: 'node_modules/video\\.js/' },
  },
  {
    name: 'no-test-code-in-the-product',
    from: { path: '^(domain|main|preload|renderer|backend)/', pathNot: T },
    to: { path: `(^tests/|${T})` },
  },
  { name: 'everything-is-found', from: {}, to: { couldNotResolve: true, pathNot: '\\?(url|raw|worker)$' } },
];

module.exports = {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    tsPreCompilationDeps: 'specify',
    // Cycles of types are no cycles at run time, but they blur who stands below whom: they count.
    tsConfig: { fileName: 'config/tsconfig.base.json' },
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(out|dist)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts', '.json'],
    },
  },
};
