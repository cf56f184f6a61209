// Builds the extension. One bundle is loaded by activate(); every other one is a door that opens on first use:
//   dist/extension.js   activation: command stubs, views, session           (what users wait for)
//   dist/features.js    every command                                    (first click)
//   dist/tree.js       the rows of the Network view                     (the view is drawn first)
//   dist/api.js         axios, XML, schemas, pacing                         (first request)
//   dist/change.js      the executor and its queue                          (first change)
//   dist/journal.js     the history's files, their schema and their locks   (first look at the history)
//   dist/readings.js    regions as they were read last                  (first region read)
//   dist/list.js      a list of addresses read and checked                (Assign from List)
//   dist/listEditor.js  its marks, lenses, fixes and completions        (a list is open)
//   dist/declared.js    files that say who holds which address, with YAML (such a file is open)
//   dist/declaredEditor.js  their marks, lenses and fixes               (such a file is open)
//   dist/doctor.js      the connection's examination                    (Check the Connection)
//   dist/guest.js       commands for guest operating systems                (Guest OS Commands)
//   dist/map.js         the panels of the subnet map                        (Open Subnet Map)
//   dist/mapView.js     its page, which a browser runs, with mapStyle.css  (a map is open)
//   dist/overviewView.js  the page of a region's overview                  (an overview is open)
//   dist/tools.js       what assistants may look at and propose          (an assistant uses a tool)
//   dist/ipaddr.js      IP maths, which all of them share               (with the first of them)
//   dist/sandbox.js     the local NAVER Cloud, run in a worker or by node   ("Try the Sandbox", npm start, tests)
// A dynamic import of a file listed in `doors` becomes a require of its bundle, so nobody has to know the file names.
// Options: --production (minified, no maps, no test suite), --watch, --outdir (only the bundles, elsewhere than dist).
// `npm run watch` type-checks beside --watch (test/host/runWatch.mjs); .vscode/tasks.json reads what both print.
const esbuild = require('esbuild');
const path = require('node:path');
const fs = require('node:fs');
const { parseArgs } = require('node:util');

const { production, watch, outdir } = parseArgs({
  options: {
    production: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    outdir: { type: 'string', default: 'dist' },
  },
}).values;

const doors = {
  'src/features/openFeatures.ts': './features.js',
  'src/tree/shownRegions.ts': './tree.js',
  'src/api/createApi.ts': './api.js',
  'src/change/applyPlan.ts': './change.js',
  'src/session/journal/openJournal.ts': './journal.js',
  'src/session/readings/openReadings.ts': './readings.js',
  'src/list/checkAssignments.ts': './list.js',
  'src/features/listEditor/createListEditor.ts': './listEditor.js',
  'src/declared/openDeclared.ts': './declared.js',
  'src/features/declaredEditor/createDeclaredEditor.ts': './declaredEditor.js',
  'src/doctor/examine.ts': './doctor.js',
  'src/guest/writeGuests.ts': './guest.js',
  'src/features/map/createMaps.ts': './map.js',
  'src/tools/openTools.ts': './tools.js',
};

/** @type {import('esbuild').Plugin} */
const doorsPlugin = {
  name: 'doors',
  setup(build) {
    build.onResolve({ filter: /^\./ }, (args) => {
      if (args.kind !== 'dynamic-import') return undefined;
      const file = path.relative(__dirname, path.resolve(args.resolveDir, `${args.path}.ts`)).replaceAll('\\', '/');
      return doors[file] && { path: doors[file], external: true };
    });
  },
};

// What a client that signs short requests never runs: forms with files, browsers, logging by environment variable.
const leftOut = {
  'form-data': 'export default null;',
  debug: 'module.exports = () => () => undefined;',
  './fetch.js': 'export const getFetch = () => null; export default null;',
  './xhr.js': 'export default null;',
};

// What every file of ours asks for, asked for once in a bundle: each require of VS Code costs its host a look at the disk. The
// IP maths has a file of its own, which the first address opens.
const shared = {
  vscode: "export * from 'vscode';",
  'ipaddr.js': `
    let opened;
    const open = () => (opened ??= require('./ipaddr.js'));
    export default {
      get IPv4() { return open().IPv4; },
      isValid: (text) => open().isValid(text),
      process: (text) => open().process(text),
    };`,
};

/** @type {import('esbuild').Plugin} */
const sharedPlugin = {
  name: 'shared',
  setup(build) {
    build.onResolve({ filter: /^(vscode|ipaddr\.js)$/ }, ({ kind, namespace, path: name }) =>
      kind === 'entry-point' || namespace === 'shared'
        ? undefined
        : { path: name, namespace: 'shared', sideEffects: false },
    );
    build.onResolve({ filter: /^\.\/ipaddr\.js$/, namespace: 'shared' }, ({ path: name }) => ({
      path: name,
      external: true,
    }));
    build.onLoad({ filter: /.*/, namespace: 'shared' }, ({ path: name }) => ({ contents: shared[name] }));
  },
};

/** @type {import('esbuild').Plugin} */
const dietPlugin = {
  name: 'diet',
  setup(build) {
    build.onResolve({ filter: /^(form-data|debug|\.\/fetch\.js|\.\/xhr\.js)$/ }, ({ path: name, importer }) =>
      /node_modules[\\/](axios|follow-redirects|https-proxy-agent|agent-base)[\\/]/.test(importer)
        ? { path: name, namespace: 'left-out' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path: name }) => ({ contents: leftOut[name] }));
  },
};

/** An error or a warning on one line, as the problem matcher of .vscode/tasks.json reads it. */
function problemLine(kind, { text, location }) {
  const where = location ? `${location.file}:${location.line}:${location.column + 1}: ` : '';
  return `${where}${kind}: ${text}`;
}

const told = { start: '[watch] build started', end: '[watch] build finished' };

/** Tells when the first of the bundles begins to be built anew and when the last one is done: to the editor they are one build. */
let building = 0;
/** @type {import('esbuild').Plugin} */
const tellPlugin = {
  name: 'tell',
  setup(build) {
    build.onStart(() => {
      if (building++ === 0) console.log(told.start);
    });
    build.onEnd(({ errors, warnings }) => {
      for (const error of errors) console.log(problemLine('error', error));
      for (const warning of warnings) console.log(problemLine('warning', warning));
      if (--building === 0) console.log(told.end);
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  external: ['vscode'],
  // Node's loader of modules takes longer for a door than require does.
  supported: { 'dynamic-import': false },
  sourcemap: production ? false : 'linked',
  minify: production,
  metafile: true,
  // The library's modules, of which what nobody calls is left out; for Node it ships them as CommonJS.
  alias: { yaml: path.join(__dirname, 'node_modules', 'yaml', 'browser', 'dist', 'index.js') },
  loader: { '.sh': 'text', '.service': 'text' },
  logLevel: 'warning',
  plugins: [doorsPlugin, dietPlugin],
};

/** One bundle of those above: its name, and the file that it begins with. */
const bundle = (name, file) => ({
  ...common,
  entryPoints: { [name]: file },
  outdir,
  plugins: [...common.plugins, sharedPlugin],
});

/** A browser has no Node, and knows addresses itself. @type {import('esbuild').Plugin} */
const browserPlugin = {
  name: 'browser',
  setup(build) {
    build.onResolve({ filter: /^(node:net|ipaddr\.js)$/ }, () => ({
      path: path.join(__dirname, 'src', 'mapView', 'browserAddress.ts'),
    }));
  },
};

/** The page of the map: a script and a style sheet. */
const page = {
  ...common,
  entryPoints: { mapView: 'src/mapView/main.ts' },
  outdir,
  platform: 'browser',
  target: 'chrome128',
  format: 'iife',
  external: [],
  plugins: [browserPlugin],
};

const bundles = [
  bundle('extension', 'src/extension.ts'),
  bundle('features', 'src/features/openFeatures.ts'),
  bundle('tree', 'src/tree/shownRegions.ts'),
  bundle('api', 'src/api/createApi.ts'),
  bundle('change', 'src/change/applyPlan.ts'),
  bundle('journal', 'src/session/journal/openJournal.ts'),
  bundle('readings', 'src/session/readings/openReadings.ts'),
  bundle('list', 'src/list/checkAssignments.ts'),
  bundle('listEditor', 'src/features/listEditor/createListEditor.ts'),
  bundle('declared', 'src/declared/openDeclared.ts'),
  bundle('declaredEditor', 'src/features/declaredEditor/createDeclaredEditor.ts'),
  bundle('doctor', 'src/doctor/examine.ts'),
  bundle('guest', 'src/guest/writeGuests.ts'),
  bundle('map', 'src/features/map/createMaps.ts'),
  bundle('tools', 'src/tools/openTools.ts'),
  page,
  { ...page, entryPoints: { overviewView: 'src/mapView/overview/main.ts' } },
  { ...page, entryPoints: { mapStyle: 'src/mapView/map.css' } },
  { ...bundle('sandbox', 'src/sandbox/main.ts'), external: [] },
  bundle('ipaddr', 'ipaddr.js'),
];

/** The suite that runs inside the extension host: every test file by glob, and the entry that hands them to mocha. */
const suites = {
  ...common,
  entryPoints: fs.globSync('test/integration/**/{index,*.test}.ts', { cwd: __dirname }),
  outbase: 'test',
  outdir: 'out/test',
  external: ['vscode', 'mocha'],
  minify: false,
  sourcemap: 'linked',
};

async function main() {
  const isElsewhere = outdir !== 'dist';
  const all = production || isElsewhere ? bundles : [...bundles, suites];
  if (watch) {
    const watched = await Promise.all(
      all.map((options) =>
        esbuild.context({ ...options, plugins: [...options.plugins, tellPlugin], logLevel: 'silent' }),
      ),
    );
    for (const one of watched) await one.watch();
    return;
  }
  const written = new Set();
  for (const options of all) {
    const { metafile } = await esbuild.build(options);
    if (isElsewhere) continue;
    const name = options === suites ? 'integration' : Object.keys(options.entryPoints)[0];
    fs.mkdirSync(path.join(__dirname, 'out', 'meta'), { recursive: true });
    fs.writeFileSync(path.join(__dirname, 'out', 'meta', `${name}.json`), JSON.stringify(metafile));
    for (const file of Object.keys(metafile.outputs)) written.add(path.join(__dirname, file));
  }
  if (isElsewhere) return;
  for (const folder of production ? ['dist'] : ['dist', 'out/test'])
    removeOthers(path.join(__dirname, folder), written);
}

/** Leftovers go after the build, not before it: an editor may be running from these files. */
function removeOthers(folder, written) {
  for (const entry of fs.globSync('**/*', { cwd: folder, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !written.has(file)) fs.rmSync(file);
  }
}

if (require.main === module) {
  main().catch((error) => {
    if (!error.errors) console.error(error);
    process.exitCode = 1;
  });
}

module.exports = { problemLine, told, dietPlugin };
