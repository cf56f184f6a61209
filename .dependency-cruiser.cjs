// Who may import whom. The table is the design (docs/architecture.md draws it); a row that is missing is a door that does not exist.
const core = {
  // Text from outside, made harmless for the place it goes to.
  text: [],
  model: [],
  plan: ['model'],
  api: ['model'],
  change: ['api', 'plan', 'model'],
  // The journal's entries are change's own data, so the room that keeps them knows their shape.
  session: ['api', 'model', 'plan', 'change'],
  search: ['model', 'plan'],
  guest: ['model', 'plan', 'text'],
  copy: ['model', 'plan', 'text'],
  // A list of addresses to assign: read, checked, mended.
  list: ['model', 'plan', 'text'],
  // Files that say who holds which address: read, compared with what is there, written.
  declared: ['model', 'plan', 'text'],
  doctor: ['api', 'model'],
  // What assistants may do: look, and propose plans. The editor and the command line tool offer it.
  tools: ['session', 'change', 'api', 'plan', 'model', 'search', 'text'],
  // A subnet's map as data, and what the extension and its web page tell each other: it runs on both sides.
  map: ['model', 'text'],
  sandbox: [],
};
const below = Object.keys(core).filter((room) => room !== 'sandbox');
const rooms = {
  ...core,
  ui: ['session', 'words', 'plan', 'model', 'text', 'api'],
  words: ['session', 'change', 'plan', 'model', 'api', 'text', 'search', 'declared'],
  tree: ['session', 'words', 'ui', 'plan', 'model', 'change', 'text'],
  features: ['tree', 'ui', 'words', ...below],
  mapView: ['map'],
  // A program of its own: its texts come from words/, with a stand-in for VS Code (esbuild.cli.mjs).
  cli: ['words', 'tools', 'session', 'change', 'plan', 'model', 'api', 'text', 'declared'],
};
const names = Object.keys(rooms);

// What activation loads: what may be called before anything is there, and what tells that a start failed.
const stubs = [
  'extension|contributions',
  'features/(registerCommands|links/registerDeepLinks|tools/registerTools)',
  'session/disposableStore',
  'text/(inert|printable)',
  'ui/notify',
].join('|');

// What every start loads of the features: it registers, follows and shows. All other files of them wait for a click.
const awake = [
  'commandContext|registerCommands',
  'change/followOtherWindows',
  'change/watchJournal',
  'details/registerDocuments',
  'findings/(allFindings|findingText)',
  'history/(followHistory|openHistory)',
  'links/registerDeepLinks',
  'map/registerMaps',
  'checkedText/registerTextEditors',
  'tools/registerTools',
  'view/(followChanges|networkView|statusBar|whileVisible)',
  'move/cutAddresses',
  'profiles/(followProfiles|warnUnattended)',
  'sandbox/(readyDevelopmentSandbox|sandboxProfile)',
].join('|');

// What the rows of both views are drawn with: a bundle of its own.
const rows =
  'rows|historyItem|shownRegions|shownRows|drawRegion|touched|findNode|regionContent|gapNodes|(?!history)\\w+Node';

/** What is behind a door is reached by types, or by the dynamic import that opens it. */
const onFirstUse = (name, comment, from, to) => ({
  name: `${name}-loaded-on-first-use`,
  severity: 'error',
  comment,
  from,
  to: { ...to, dependencyTypesNot: ['type-only', 'dynamic-import'] },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: { path: '^src' }, to: { circular: true } },
    ...names.map((room) => ({
      name: `${room}-imports`,
      severity: 'error',
      comment: `src/${room} may import: ${[room, ...rooms[room]].join(', ')}`,
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: [`^src/(${[room, ...rooms[room]].join('|')})/`, '^src/contributions\\.ts$'] },
    })),
    {
      name: 'pure-rooms-know-no-contributions',
      severity: 'error',
      from: {
        path: '^src/(model|plan|search|guest|copy|list|declared|api|change|doctor|tools|map|mapView|sandbox|text)/',
      },
      to: { path: '^src/contributions\\.ts$' },
    },
    onFirstUse(
      'api',
      'Outside api/ its code is reached by types or through a dynamic import, as in services.ts.',
      { path: '^src/', pathNot: '^src/api/' },
      { path: '^src/api/', pathNot: '^src/api/(apiError|clockSkew|credentials|limits|logger|redact|sites)\\.ts$' },
    ),
    {
      name: 'only-api-uses-http',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/api/' },
      to: { path: 'node_modules/axios/' },
    },
    {
      name: 'schemas-at-the-doors-only',
      severity: 'error',
      comment:
        'What comes from outside is checked where it comes in: answers, what was stored, settings, what code calls with, messages of the map.',
      from: {
        path: '^src/',
        pathNot:
          '^src/(api/|session/|declared/|tools/|cli/plan/outputSchemas\\.ts|ui/settings\\.ts|features/commandOptions\\.ts|map/\\w*[mM]essages\\w*\\.ts|mapView/host\\.ts|features/map/)',
      },
      to: { path: 'node_modules/valibot/' },
    },
    {
      name: 'only-api-and-journal-try-again',
      severity: 'error',
      comment: 'The client for answers, the journal for files.',
      from: { path: '^src/', pathNot: '^src/(api/|session/journal/patiently\\.ts$)' },
      to: { path: 'node_modules/cockatiel/' },
    },
    onFirstUse(
      'journal',
      'Its files are reached by types or through a dynamic import, as in openHistory.ts.',
      { path: '^src/', pathNot: '^src/session/' },
      {
        path: '^src/session/journal/(openJournal|fileJournal|fileLock|entryFiles|journalArchive|interfaceHolds)\\.ts$',
      },
    ),
    onFirstUse(
      'readings',
      'Their files are reached by types or through the one dynamic import in services.ts.',
      { path: '^src/', pathNot: '^src/session/readings/' },
      { path: '^src/session/readings/(openReadings|readingFile|readingSchemas)\\.ts$' },
    ),
    onFirstUse(
      'rows',
      'Rows are reached by types or through the dynamic imports of rows.ts in the two trees.',
      { path: '^src/', pathNot: `^src/tree/(${rows})\\.ts$` },
      { path: `^src/tree/(${rows})\\.ts$` },
    ),
    onFirstUse(
      'services',
      'Activation reaches what a start loads a moment later by types or through the door, openServices.ts.',
      { path: `^src/(${stubs})\\.ts$` },
      { path: '^(src|node_modules)/', pathNot: `^src/(${stubs})\\.ts$|^node_modules/@types/vscode/` },
    ),
    {
      name: 'activation-has-one-door',
      comment: 'Any other dynamic import would bring its code into the bundle of activation.',
      severity: 'error',
      from: { path: `^src/(${stubs})\\.ts$` },
      to: { pathNot: '^src/openServices\\.ts$', dependencyTypes: ['dynamic-import'] },
    },
    onFirstUse(
      'features',
      'What runs after a click is reached by types or through the door, features/openFeatures.ts.',
      { path: `^src/([^/]+\\.ts$|(tree|session|ui|words)/|features/(${awake})\\.ts$)` },
      { path: '^src/(features|copy|search)/', pathNot: `^src/features/(${awake})\\.ts$` },
    ),
    onFirstUse(
      'lists',
      'Reached by types or through the dynamic imports of the commands.',
      { path: '^src/', pathNot: '^src/(list|features/listEditor)/' },
      { path: '^src/(list|features/listEditor)/' },
    ),
    onFirstUse(
      'declared-files',
      'Reached by types or through the dynamic imports of the commands.',
      { path: '^src/', pathNot: '^src/(declared|features/declaredEditor)/' },
      { path: '^src/(declared|features/declaredEditor)/', pathNot: '^src/declared/declaration\\.ts$' },
    ),
    onFirstUse(
      'tools',
      'Reached by types or through the one dynamic import in createTools.ts.',
      { path: '^src/', pathNot: '^src/(tools|cli/mcp)/' },
      { path: '^src/tools/' },
    ),
    {
      name: 'only-cli-serves-mcp',
      comment: 'The server is larger than all tools together: nothing of it gets into a bundle of the extension.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/mcp/' },
      to: { path: 'node_modules/(@modelcontextprotocol|@valibot/to-json-schema)/' },
    },
    {
      name: 'only-declared-uses-yaml',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/declared/' },
      to: { path: 'node_modules/yaml/' },
    },
    onFirstUse(
      'map',
      'Its panels are reached by types or through the one dynamic import in openFeatures.ts.',
      { path: '^src/', pathNot: '^src/(features/map|map|mapView)/' },
      {
        path: '^src/(map|mapView|features/map)/',
        pathNot: '^src/features/map/(registerMaps|openSubnetMap|openNetworkOverview)\\.ts$',
      },
    ),
    {
      name: 'only-change-and-journal-queue',
      severity: 'error',
      comment:
        'The executor orders writes, the journal reads files in small numbers at a time; calls have their own pace.',
      from: { path: '^src/', pathNot: '^src/(change/|session/journal/entryFiles\\.ts$)' },
      to: { path: 'node_modules/p-queue/' },
    },
    {
      name: 'only-api-and-sandbox-use-xml',
      severity: 'error',
      comment: 'The client reads it, the sandbox writes it.',
      from: { path: '^src/', pathNot: '^src/(api|sandbox)/' },
      to: { path: 'node_modules/fast-xml-parser/' },
    },
    {
      name: 'vscode-value-only-at-the-edge',
      severity: 'error',
      from: {
        path: '^src/(model|plan|search|guest|copy|list|declared|api|session|change|doctor|tools|map|mapView|sandbox|text)/',
      },
      to: { path: '^vscode$|@types/vscode', dependencyTypesNot: ['type-only'] },
    },
    { name: 'not-to-test', severity: 'error', from: { path: '^src' }, to: { path: '^test' } },
    {
      name: 'no-dev-deps',
      severity: 'error',
      from: { path: '^src' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'], pathNot: '@types/vscode' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

// Not enumerable: dependency-cruiser refuses options that it does not know. test/host/drawRooms.mjs draws the table.
Object.defineProperty(module.exports, 'house', { value: { core, rooms } });
