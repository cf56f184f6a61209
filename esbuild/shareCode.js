// Bundles that share what they have in common. esbuild can split off the code that several entries use, but only as ES modules
// and into one file for each set of entries (over fifty), and an extension host would look for each of them. So the code is split
// in memory first; then every piece gets one owner, and each bundle is made of the pieces that it owns. A bundle that needs a
// piece of another one requires that one. Without this the package would be a quarter larger.
const path = require('node:path');
const esbuild = require('esbuild');

/** The folder that the pieces have in memory. */
const pieces = 'pieces';

/** The names of the entries that need each piece, at once or later. */
function neededBy(outputs, entries) {
  const needed = new Map(Object.keys(outputs).map((file) => [file, []]));
  for (const [name, entry] of entries) {
    const seen = new Set([entry]);
    for (const file of seen)
      for (const { path: next, external } of outputs[file].imports) if (!external) seen.add(next);
    for (const file of seen) needed.get(file).push(name);
  }
  return needed;
}

/** The bundle that holds each piece: the first of `early` that needs it, or the only one that does, or `shared`. */
function ownersOf(outputs, entries, early) {
  const owner = (names) => early.find((name) => names.includes(name)) ?? (names.length === 1 ? names[0] : 'shared');
  return new Map([...neededBy(outputs, entries)].map(([file, names]) => [file, owner(names)]));
}

/** For each piece, the names that it exports, each with one that is its own among all: two pieces may use one name. */
function exportsOf(outputs) {
  let count = 0;
  const named = ([file, output]) => [file, output.exports.map((name) => [name, `s${(count++).toString(36)}`])];
  return new Map(Object.entries(outputs).map(named));
}

/** Finds the pieces of one bundle, and turns a piece of another one into names of that one. @returns {esbuild.Plugin} */
function piecesPlugin(bundle, { texts, owners, exported, entries }) {
  return {
    name: 'pieces',
    setup(build) {
      build.onResolve({ filter: /^\.\/.*\.js$/ }, ({ path: name, namespace, kind }) => {
        const isDoor = kind === 'dynamic-import' && entries.has(path.basename(name, '.js'));
        if (namespace === 'owner' || isDoor) return { path: name, external: true };
        const file = `${pieces}/${path.basename(name)}`;
        if (!owners.has(file)) return undefined;
        return { path: file, namespace: owners.get(file) === bundle ? 'piece' : 'elsewhere' };
      });
      build.onResolve({ filter: /^owner:/ }, ({ path: name }) => ({
        path: name.slice('owner:'.length),
        namespace: 'owner',
      }));
      build.onLoad({ filter: /.*/, namespace: 'piece' }, ({ path: file }) => ({ contents: texts.get(file) }));
      build.onLoad({ filter: /.*/, namespace: 'elsewhere' }, ({ path: file }) => {
        const names = exported.get(file).map(([name, unique]) => `${unique} as ${name}`);
        return { contents: `export { ${names.join(', ')} } from 'owner:${owners.get(file)}';` };
      });
      // One module for each owner, however many of its pieces are used: one require.
      build.onLoad({ filter: /.*/, namespace: 'owner' }, ({ path: name }) => ({
        contents: `export * from './${name}.js';`,
      }));
    },
  };
}

/** The file that a bundle begins with: it exports what its entry does, and every piece that it owns under its own names. */
function beginningOf(bundle, { owners, exported, entries }) {
  const entry = entries.get(bundle);
  const own = [...owners].filter(([file, owner]) => owner === bundle && file !== entry).map(([file]) => file);
  const lines = own.map((file) => {
    const names = exported.get(file).map(([name, unique]) => `${name} as ${unique}`);
    return `export { ${names.join(', ')} } from './${path.basename(file)}';`;
  });
  return [...lines, ...(entry ? [`export * from './${path.basename(entry)}';`] : [])].join('\n');
}

/**
 * Writes a CommonJS bundle for each entry of a build that splits in memory, and `shared`. `early` are the bundles that are there
 * before all others, in this order. The build's result gets `bundles`: the metafile of each, whose inputs are the source files.
 * @param {esbuild.BuildOptions} options of each bundle
 * @param {readonly string[]} early
 * @returns {esbuild.Plugin}
 */
function shareCode(options, early) {
  const write = async ({ metafile: { outputs: all }, outputFiles }, entryNames) => {
    const outputs = Object.fromEntries(Object.entries(all).filter(([file]) => file.endsWith('.js')));
    const entries = new Map(entryNames.map((name) => [name, `${pieces}/${name}.js`]));
    const parts = {
      texts: new Map(outputFiles.map((file) => [`${pieces}/${path.basename(file.path)}`, file.text])),
      owners: ownersOf(outputs, entries, early),
      exported: exportsOf(outputs),
      entries,
    };
    const made = [...new Set(parts.owners.values())].map(async (bundle) => {
      const { outdir, ...rest } = options;
      const { metafile } = await esbuild.build({
        ...rest,
        stdin: { contents: beginningOf(bundle, parts), resolveDir: __dirname, sourcefile: `${bundle}.js` },
        outfile: path.join(outdir, `${bundle}.js`),
        plugins: [piecesPlugin(bundle, parts), ...options.plugins],
      });
      const own = [...parts.owners].filter(([, owner]) => owner === bundle).map(([file]) => outputs[file].inputs);
      return [bundle, { ...metafile, inputs: Object.assign({}, ...own) }];
    });
    return new Map(await Promise.all(made));
  };
  return {
    name: 'share-code',
    setup(build) {
      const names = Object.keys(build.initialOptions.entryPoints);
      build.onEnd(async (result) => {
        if (result.errors.length === 0) result.bundles = await write(result, names);
      });
    },
  };
}

module.exports = { pieces, shareCode };
