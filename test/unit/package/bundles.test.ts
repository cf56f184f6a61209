import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../host/paths.mjs';

const doors = [
  'api',
  'change',
  'journal',
  'readings',
  'list',
  'declared',
  'doctor',
  'guest',
  'tools',
  'sandbox',
] as const;
const views = ['features', 'tree', 'shared', 'map', 'listEditor', 'declaredEditor'] as const;
type Bundle = 'extension' | 'services' | (typeof views)[number] | (typeof doors)[number];

/** What esbuild writes of a build (metafile), as far as it is used here. */
interface Meta {
  readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
  readonly outputs: Readonly<Record<string, { readonly imports: readonly { readonly path: string }[] }>>;
}

describe('the bundles', () => {
  const metaOf = (name: Bundle): string => path.join(root, 'out', 'meta', `${name}.json`);

  beforeAll(() => {
    const all = ['extension', 'services', ...views, ...doors] as const;
    if (!all.every((name) => fs.existsSync(metaOf(name))))
      execFileSync(process.execPath, ['esbuild.js'], { cwd: root });
  }, 60_000);

  const read = (name: Bundle): Meta => JSON.parse(fs.readFileSync(metaOf(name), 'utf8')) as Meta;
  const ownFiles = (name: Bundle): string[] => Object.keys(read(name).inputs).filter((file) => file.startsWith('src/'));
  const usedFiles = (name: Bundle): string[] =>
    ownFiles(name).filter((file) => read(name).inputs[file]!.bytesInOutput > 0);
  /** What every start loads: the command stubs, and a moment later the services. */
  const filesOfStart = (): string[] => [...ownFiles('extension'), ...ownFiles('services')];
  const packages = (name: Bundle): string[] => {
    const names = Object.keys(read(name).inputs).map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
    return [...new Set(names.filter((found) => found !== undefined))].sort();
  };

  it('activation loads ids and stubs, and no library', () => {
    expect(packages('extension')).toEqual([]);
    expect(ownFiles('extension').sort()).toEqual([
      'src/contributions.ts',
      'src/extension.ts',
      'src/features/links/registerDeepLinks.ts',
      'src/features/registerCommands.ts',
      'src/features/tools/registerTools.ts',
      'src/session/disposableStore.ts',
      'src/text/inert.ts',
      'src/text/printable.ts',
      'src/ui/notify.ts',
    ]);
  });

  it('a start loads two small libraries: schemas for settings and profiles, and the addresses that all bundles share', () => {
    expect(packages('services')).toEqual(['valibot']);
    expect(fs.readFileSync(path.join(root, 'dist', 'services.js'), 'utf8')).toContain('require("./ipaddr.js")');
    for (const name of ['features', 'tree', 'api', 'list', 'sandbox'] as const)
      expect(packages(name)).not.toContain('ipaddr.js');
  });

  it('each asks for VS Code once at most: its host looks at the disk for every require', () => {
    const names = fs.readdirSync(path.join(root, 'dist')).filter((file) => file.endsWith('.js'));
    const counts = names.map((name) =>
      fs.readFileSync(path.join(root, 'dist', name), 'utf8').split('require("vscode")'),
    );
    expect(Math.max(...counts.map(({ length }) => length - 1))).toBe(1);
  });

  it('a start loads no command, only their stubs', () => {
    const loaded = filesOfStart();
    expect(loaded.filter((file) => /^src\/(copy|search)\//.test(file))).toEqual([]);
    for (const asked of ['commandTable', 'change/runChange', 'assign/assignSecondaryIps', 'find/findAddress'])
      expect(loaded).not.toContain(`src/features/${asked}.ts`);
    expect(ownFiles('features')).toContain('src/features/commandTable.ts');
  });

  it.each(['interfaceNode', 'historyItem'])('a start loads no row of either view: %s', (row) => {
    expect(filesOfStart()).not.toContain(`src/tree/${row}.ts`);
    expect(ownFiles('tree')).toContain(`src/tree/${row}.ts`);
  });

  it('a start loads neither the client nor the executor nor the journal nor lists nor the doctor nor the guests nor the sandbox', () => {
    const loaded = filesOfStart();
    const light = ['apiError', 'clockSkew', 'credentials', 'limits', 'logger', 'sites'].map(
      (name) => `src/api/${name}.ts`,
    );
    expect(loaded.filter((file) => file.startsWith('src/api/') && !light.includes(file))).toEqual([]);
    expect(loaded.filter((file) => file.startsWith('src/sandbox/'))).toEqual([]);
    expect(loaded).not.toContain('src/change/applyPlan.ts');
    expect(loaded).not.toContain('src/session/journal/fileJournal.ts');
    expect(loaded).not.toContain('src/doctor/examine.ts');
    const ofTexts = /^src\/(list|declared|features\/(listEditor|declaredEditor))\//;
    expect(loaded.filter((file) => ofTexts.test(file))).toEqual([]);
    expect(loaded.filter((file) => /^src\/(guest|tools)\//.test(file))).toEqual([]);
  });

  it('what is heavy is a door: required where it is needed', () => {
    const imports = (['extension', 'services', 'features'] as const).flatMap((name) =>
      Object.values(read(name).outputs).flatMap((output) => output.imports.map((one) => one.path)),
    );
    for (const door of [
      'services',
      'features',
      'tree',
      'api',
      'change',
      'journal',
      'readings',
      'list',
      'listEditor',
      'declared',
      'declaredEditor',
      'doctor',
      'guest',
      'tools',
      'map',
    ])
      expect(imports).toContain(`./${door}.js`);
  });

  it('maps are loaded with the first one that is opened, and their pages by a browser alone', () => {
    const ofMaps = (name: Bundle): string[] => ownFiles(name).filter((file) => /^src\/(features\/)?map\//.test(file));
    expect(filesOfStart().filter((file) => /^src\/(features\/)?map\//.test(file))).toEqual([
      'src/features/map/registerMaps.ts',
    ]);
    expect(ofMaps('features').sort()).toEqual([
      'src/features/map/openNetworkOverview.ts',
      'src/features/map/openSubnetMap.ts',
    ]);
    expect(ofMaps('map')).toContain('src/features/map/createMaps.ts');
    const all = ['extension', 'services', ...views, ...doors] as const;
    expect(all.flatMap(ownFiles).filter((file) => file.startsWith('src/mapView/'))).toEqual([]);
  });

  it('HTTP is in the bundle of the client only', () => {
    const all = ['extension', 'services', ...views, ...doors] as const;
    expect(all.filter((name) => packages(name).includes('axios'))).toEqual(['api']);
  });

  it('YAML is in the bundle of the files that are written in it only', () => {
    const all = ['extension', 'services', ...views, ...doors] as const;
    expect(all.filter((name) => packages(name).includes('yaml'))).toEqual(['declared']);
  });

  it('the client leaves out what signed requests never use: forms with files, types of files, a logger', () => {
    for (const unused of ['form-data', 'mime-db', 'debug']) expect(packages('api')).not.toContain(unused);
  });

  it('the sandbox shares no file with anything else', () => {
    const strangers = ownFiles('sandbox').filter((file) => !file.startsWith('src/sandbox/'));
    expect(strangers).toEqual([]);
  });

  it('what several bundles need is in one of them: no file of ours is shipped twice', () => {
    const bundles = (['extension', 'services', ...views, ...doors] as const).filter((name) => name !== 'sandbox');
    const files = bundles.flatMap((name) => usedFiles(name));
    expect(files.filter((file, at) => files.indexOf(file) !== at)).toEqual([]);
    expect(files.length).toBeGreaterThan(400);
  });

  it('what the doors share holds nothing that waits for a door: neither HTTP nor XML nor YAML', () => {
    expect(packages('shared').filter((name) => /axios|yaml|xml/.test(name))).toEqual([]);
  });

  it.each(doors)('%s asks VS Code for nothing itself', (name) => {
    const imports = Object.values(read(name).outputs).flatMap((output) => output.imports.map((one) => one.path));
    expect(imports).not.toContain('vscode');
  });
});
