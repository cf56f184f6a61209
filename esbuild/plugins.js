// What the build does besides bundling: which files are doors, what is left out of libraries, and what bundles share.
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');

/** A dynamic import of one of these files becomes a require of its bundle, so nobody has to know the bundles' names. */
const doors = {
  'src/openServices.ts': './services.js',
  'src/features/openFeatures.ts': './features.js',
  'src/tree/rows.ts': './tree.js',
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
      const file = path.relative(root, path.resolve(args.resolveDir, `${args.path}.ts`)).replaceAll('\\', '/');
      return doors[file] && { path: doors[file], external: true };
    });
  },
};

const nothing = 'export default null;';

/** What nobody here runs, by the library that asks for it. */
const unused = {
  // A client that signs short requests: no forms with files, data addresses, progress, HTTP/2, browsers, redirects (it follows
  // none), nor logging by environment variable. Of axios it takes the adapter alone (src/api/calls/http.ts).
  axios: {
    './core/Axios.js': 'export default class { request() {} }',
    './core/mergeConfig.js': nothing,
    './defaults/index.js': nothing,
    './helpers/formDataToJSON.js': nothing,
    './helpers/toFormData.js': nothing,
    './AxiosURLSearchParams.js': nothing,
    'form-data': nothing,
    'follow-redirects': 'export default {};',
    './fetch.js': 'export const getFetch = () => null; export default null;',
    './xhr.js': nothing,
    '../helpers/formDataToStream.js': nothing,
    '../helpers/readBlob.js': nothing,
    '../helpers/fromDataURI.js': nothing,
    '../helpers/estimateDataURLDecodedBytes.js': 'export const estimateDataURLBufferAllocation = null;',
    '../helpers/AxiosTransformStream.js': nothing,
    '../helpers/Http2Sessions.js': 'export default class {}',
    './helpers/HttpStatusCode.js': 'export default {};',
  },
  'https-proxy-agent': { debug: 'module.exports = () => () => undefined;' },
  'agent-base': { debug: 'module.exports = () => () => undefined;' },
  // Files are read by YAML 1.2: a file that says it is YAML 1.1 too, and its own kinds of values are not known.
  yaml: {
    './yaml-1.1/binary.js': 'export const binary = undefined;',
    './yaml-1.1/omap.js': 'export const omap = undefined;',
    './yaml-1.1/pairs.js': 'export const pairs = undefined;',
    './yaml-1.1/schema.js': "export { schema } from './core/schema.js';",
    './yaml-1.1/set.js': 'export const set = undefined;',
    './yaml-1.1/timestamp.js': 'export const timestamp = undefined, intTime = undefined, floatTime = undefined;',
  },
  // The sandbox's documents: elements in no order of their own, names that it knows, none of which is written as it came.
  'fast-xml-builder': {
    'path-expression-matcher':
      "export class Expression {} export class Matcher { push() {} pop() {} getDepth() { return 0; } toString() { return ''; } }",
    './orderedJs2Xml.js': nothing,
    'xml-naming': 'export const createValidator = () => undefined;',
  },
};

/** In an editor the editor's own proxy support sits below the client. */
const proxies = {
  'https-proxy-agent': 'export default class {}',
  'proxy-from-env': 'export const getProxyForUrl = undefined;',
  '../helpers/shouldBypassProxy.js': nothing,
};

/** Leaves these modules out of libraries; @returns {import('esbuild').Plugin} */
const leaveOut = (modules) => ({
  name: 'leave-out',
  setup(build) {
    build.onResolve({ filter: /^[\w./-]+$/ }, ({ path: name, importer, resolveDir }) => {
      const library = /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)(?!.*node_modules)/.exec(importer)?.[1];
      const contents = modules[library]?.[name];
      return contents && { path: `${library}/${name}`, namespace: 'left-out', pluginData: { contents, resolveDir } };
    });
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ pluginData }) => pluginData);
  },
});

const dietPlugin = leaveOut({ ...unused, axios: { ...unused.axios, ...proxies } });
/** The command line tool asks the environment for a proxy. */
const toolDietPlugin = leaveOut(unused);

/**
 * The names of VS Code's API, each looked at where it is used: to hand on all of them would ask the host for every one, which
 * takes longer than the rest of our activation.
 */
function vscodeNames() {
  const declared = fs.readFileSync(path.join(root, 'node_modules', '@types', 'vscode', 'index.d.ts'), 'utf8');
  const names = [...declared.matchAll(/^\texport (?:namespace|class|enum|const) (\w+)/gm)].map(([, name]) => name);
  const each = [...new Set(names)].map((name) => `export const ${name} = /* @__PURE__ */ get('${name}');`);
  return [
    "const api = require('vscode');",
    // English texts are in the code; other languages have theirs under short names (src/ui/texts.ts).
    "const get = (name) => (name === 'l10n' && api.l10n.bundle ? require('./texts.js').l10n : api[name]);",
    ...each,
  ].join('\n');
}

// What every file of ours asks for, asked for once in a bundle: each require of VS Code costs its host a look at the disk. The
// IP maths has a file of its own, which the first address opens.
const once = {
  vscode: vscodeNames(),
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
const oncePlugin = {
  name: 'once',
  setup(build) {
    build.onResolve({ filter: /^(vscode|ipaddr\.js)$/ }, ({ kind, namespace, path: name }) =>
      kind === 'entry-point' || namespace === 'once'
        ? undefined
        : { path: name, namespace: 'once', sideEffects: false },
    );
    build.onResolve({ filter: /^\.\/(ipaddr|texts)\.js$/, namespace: 'once' }, ({ path: name }) => ({
      path: name,
      external: true,
    }));
    build.onLoad({ filter: /.*/, namespace: 'once' }, ({ path: name }) => ({ contents: once[name] }));
  },
};

/**
 * The schemas of activation get a copy of their library of their own: a third of what all bundles together use of it.
 * @type {import('esbuild').Plugin}
 */
const ownCopyPlugin = {
  name: 'own-copy',
  setup(build) {
    build.onResolve({ filter: /^valibot$/ }, async ({ importer, kind, resolveDir, pluginData }) => {
      if (pluginData === 'own' || !/src[\\/](ui[\\/]settings|session[\\/]profileStore)\.ts$/.test(importer))
        return undefined;
      const found = await build.resolve('valibot', { kind, resolveDir, importer, pluginData: 'own' });
      return { ...found, suffix: '?activation' };
    });
  },
};

/** A browser has no Node, and knows addresses itself. @type {import('esbuild').Plugin} */
const browserPlugin = {
  name: 'browser',
  setup(build) {
    build.onResolve({ filter: /^(node:net|ipaddr\.js)$/ }, () => ({
      path: path.join(root, 'src', 'mapView', 'browserAddress.ts'),
    }));
  },
};

module.exports = { doors, doorsPlugin, ownCopyPlugin, dietPlugin, toolDietPlugin, oncePlugin, browserPlugin };
