// Builds the extension. One bundle is loaded by activate(); every other one is a door that opens on first use:
//   dist/extension.js       activation: command stubs                                           (what users wait for)
//   dist/services.js        views, session                                                      (a moment later)
//   dist/features.js        every command                                                       (first click)
//   dist/tree.js            the rows of both views                                              (a view is drawn first)
//   dist/api.js             axios, XML, schemas, pacing                                         (first request)
//   dist/change.js          the executor and its queue                                          (first change)
//   dist/journal.js         the history's files, their schema and their locks                   (first look at the history)
//   dist/readings.js        regions as they were read last                                      (first region read)
//   dist/list.js            a list of addresses read and checked                                (Assign from List)
//   dist/listEditor.js      its marks, lenses, fixes and completions                            (a list is open)
//   dist/declared.js        files that say who holds which address, with YAML                   (such a file is open)
//   dist/declaredEditor.js  their marks, lenses and fixes                                       (such a file is open)
//   dist/doctor.js          the connection's examination                                        (Check the Connection)
//   dist/guest.js           commands for guest operating systems                                (Guest OS Commands)
//   dist/map.js             the panels of the subnet map                                        (Open Subnet Map)
//   dist/mapView.js         its page, which a browser runs, with mapStyle.css                   (a map is open)
//   dist/overviewView.js    the page of a region's overview                                     (an overview is open)
//   dist/tools.js           what assistants may look at and propose                             (an assistant uses a tool)
//   dist/shared.js          what several of those behind a click have in common                 (with the first of them)
//   dist/ipaddr.js          IP maths, which all of them share                                   (with the first address)
//   dist/texts.js           texts in the display language            (the display language is not English)
//   dist/sandbox.js         the local NAVER Cloud, run in a worker or by node                   ("Try the Sandbox", npm start, tests)
// and dist/l10n/, the texts of the other languages, and dist/THIRD-PARTY-NOTICES.txt, the licences of what is inside.
// A dynamic import of a file listed in `doors` (esbuild/plugins.js) becomes a require of its bundle, so nobody has to know the
// file names. What several need is in one file alone: the first of extension.js, services.js, journal.js and tree.js that needs
// it, else shared.js (esbuild/shareCode.js).
// Options: --production (minified, no maps, no test suite), --watch, --outdir (only the bundles, elsewhere than dist).
// `npm run watch` type-checks beside --watch (test/host/runWatch.mjs); .vscode/tasks.json reads what both print.
const esbuild = require('esbuild');
const path = require('node:path');
const fs = require('node:fs');
const { parseArgs } = require('node:util');
const { doors, doorsPlugin, ownCopyPlugin, dietPlugin, oncePlugin, browserPlugin } = require('./esbuild/plugins.js');
const { minifyScripts } = require('./esbuild/minify.js');
const { noticesOf } = require('./esbuild/notices.js');
const { writeTexts } = require('./esbuild/texts.js');
const { pieces, shareCode } = require('./esbuild/shareCode.js');

const { production, watch, outdir } = parseArgs({
  options: {
    production: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    outdir: { type: 'string', default: 'dist' },
  },
}).values;

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
  // Node's loader of modules takes longer for a door than require does. Patterns stay literals: one that is made is never left out.
  supported: { 'dynamic-import': false, 'regexp-unicode-property-escapes': true },
  sourcemap: production ? false : 'linked',
  minify: production,
  metafile: true,
  // The library's modules, of which what nobody calls is left out; for Node it ships them as CommonJS.
  alias: { yaml: path.join(__dirname, 'node_modules', 'yaml', 'browser', 'dist', 'index.js') },
  loader: { '.sh': 'text', '.service': 'text' },
  outdir,
  logLevel: 'warning',
  plugins: [doorsPlugin, dietPlugin],
};

/** The bundles that share code, all in one build: first split in memory, then written. */
const sharing = {
  ...common,
  entryPoints: {
    extension: 'src/extension.ts',
    ...Object.fromEntries(Object.entries(doors).map(([file, door]) => [path.basename(door, '.js'), file])),
  },
  outdir: pieces,
  chunkNames: 'chunk-[hash]',
  format: 'esm',
  splitting: true,
  write: false,
  minify: false,
  external: ['vscode', 'ipaddr.js'],
  sourcemap: production ? false : 'inline',
  supported: { 'regexp-unicode-property-escapes': true },
  plugins: [
    ...common.plugins,
    ownCopyPlugin,
    shareCode({ ...common, plugins: [oncePlugin] }, ['extension', 'services', 'journal', 'tree']),
  ],
};

/** The page of the map: a script and a style sheet. */
const page = {
  ...common,
  entryPoints: { mapView: 'src/mapView/main.ts' },
  platform: 'browser',
  target: 'chrome128',
  format: 'iife',
  external: [],
  plugins: [browserPlugin],
};

const bundles = [
  sharing,
  page,
  { ...page, entryPoints: { overviewView: 'src/mapView/overview/main.ts' } },
  { ...page, entryPoints: { mapStyle: 'src/mapView/map.css' } },
  { ...common, entryPoints: { sandbox: 'src/sandbox/main.ts' }, external: [], plugins: [dietPlugin, oncePlugin] },
  { ...common, entryPoints: { ipaddr: 'ipaddr.js' } },
  { ...common, entryPoints: { texts: 'src/ui/texts.ts' } },
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
  const notices = path.join(outdir, 'THIRD-PARTY-NOTICES.txt');
  const written = new Set([path.join(__dirname, notices)]);
  const metafiles = [];
  for (const options of all) {
    const { metafile, bundles: shared } = await esbuild.build(options);
    if (options !== suites) metafiles.push(metafile);
    if (isElsewhere) continue;
    const name = options === suites ? 'integration' : Object.keys(options.entryPoints)[0];
    for (const [one, made] of shared ?? [[name, metafile]]) {
      fs.mkdirSync(path.join(__dirname, 'out', 'meta'), { recursive: true });
      fs.writeFileSync(path.join(__dirname, 'out', 'meta', `${one}.json`), JSON.stringify(made));
      for (const file of Object.keys(made.outputs)) written.add(path.join(__dirname, file));
    }
  }
  if (production) await minifyScripts(path.resolve(__dirname, outdir));
  fs.writeFileSync(path.resolve(__dirname, notices), noticesOf(metafiles));
  const texts = writeTexts(path.resolve(__dirname, outdir, 'l10n'));
  if (isElsewhere) return;
  for (const text of texts) written.add(text);
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

module.exports = { problemLine, told };
