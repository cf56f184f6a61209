import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import texts from '../../package.nls.json';
import japanese from '../../package.nls.ja.json';
import korean from '../../package.nls.ko.json';
import { sites } from '../../src/api/sites';
import {
  commandIds,
  viewIds,
  type ContextKeys,
  type CommandId,
  type NodeKind,
  type Settings,
  declaredLanguage,
} from '../../src/contributions';
import { mapViewType, overviewViewType } from '../../src/features/map/registerMaps';

const root = path.join(import.meta.dirname, '../..');
const { contributes } = manifest;
const commands: readonly string[] = contributes.commands.map(({ command }) => command);
const source = fs
  .globSync('src/**/*.ts', { cwd: root, exclude: ['src/contributions.ts', 'src/sandbox/**'] })
  .map((file) => fs.readFileSync(path.join(root, file), 'utf8'))
  .join('\n');

// Types leave nothing behind at run time; these tables do not compile when they lack a name or have one too many.
const nodeKinds = {
  profile: true,
  server: true,
  region: true,
  vpc: true,
  subnet: true,
  interface: true,
  interfaceFull: true,
  interfaceEmpty: true,
  interfaceReadOnly: true,
  primaryAddress: true,
  secondaryAddress: true,
  secondaryAddressReadOnly: true,
  problem: true,
  note: true,
  day: true,
  reading: true,
  unreadable: true,
  unreadableFile: true,
  historyFilter: true,
  entry: true,
  entryUndoable: true,
  entryUndoableFailed: true,
  entryRedoable: true,
  entryRedoableFailed: true,
  entryFailed: true,
} satisfies Record<NodeKind, true>;
const contextKeys = {
  'ncloudIp.hasProfiles': true,
  'ncloudIp.networkEmpty': true,
  'ncloudIp.isFiltered': true,
  'ncloudIp.readOnly': true,
  'ncloudIp.assistants': true,
  'ncloudIp.hasCut': true,
  'ncloudIp.historyEmpty': true,
  'ncloudIp.historyFiltered': true,
  'ncloudIp.hasResult': true,
  'ncloudIp.canUndo': true,
  'ncloudIp.canRedo': true,
} satisfies Record<keyof ContextKeys, true>;
type Shape<T> = T extends number
  ? 'number' | 'number or auto'
  : T extends readonly string[]
    ? 'texts'
    : Record<T & string, true>;
/** Enumerations with every value, numbers and lists of text as such. */
const settings: { [K in keyof Settings]: Shape<Settings[K]> } = {
  requestsPerSecond: 'number or auto',
  requestTimeoutSeconds: 'number',
  confirm: { always: true, risky: true, never: true },
  allowUnattendedChanges: 'texts',
  'sandbox.scenario': { small: true, empty: true, large: true },
  'sandbox.interfaces': 'number',
  'sandbox.settleSeconds': 'number',
  autoRefreshMinutes: 'number',
  staleMinutes: 'number',
  'history.keepDays': 'number',
};

/** Every text that stands under `key` anywhere below. */
function valuesOf(key: string, below: unknown): string[] {
  if (typeof below !== 'object' || below === null) return [];
  return Object.entries(below).flatMap(([name, value]) =>
    name === key && typeof value === 'string' ? [value] : valuesOf(key, value),
  );
}
const conditions = [...valuesOf('when', contributes), ...valuesOf('enablement', contributes)];
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

describe('package.json', () => {
  it('has exactly the commands of contributions.ts, each once', () => {
    expect([...commands].sort()).toEqual([...commandIds].sort());
  });

  it('gives every command the category, and a title that says with … when it asks something', () => {
    for (const { command, category, title } of contributes.commands) {
      expect(category, command).toBe('NAVER Cloud IP');
      expect(title, command).toBe(`%command.${command.replace('ncloudIp.', '')}%`);
    }
  });

  it('names only its own commands, wherever it names one', () => {
    const links = [...JSON.stringify(texts).matchAll(/command:([\w.]+)/g)].map((match) => match[1]!);
    const events = [...JSON.stringify(contributes).matchAll(/onCommand:([\w.]+)/g)].map((match) => match[1]!);
    const named = [...valuesOf('command', contributes), ...links, ...events].filter((id) => id.startsWith('ncloudIp.'));
    expect(named.filter((id) => !commands.includes(id))).toEqual([]);
  });

  it('has exactly the views of contributions.ts, and names no other', () => {
    const views = Object.values(contributes.views).flat();
    expect(views.map(({ id }) => id).sort()).toEqual(Object.values(viewIds).sort());
    const named = [
      ...contributes.viewsWelcome.map(({ view }) => view),
      ...conditions.flatMap((text) => [...text.matchAll(/(?:\bview|focusedView) == ([\w.]+)/g)].map((m) => m[1]!)),
    ];
    expect(sorted(named)).toEqual(Object.values(viewIds).sort());
  });

  it('has exactly the settings of contributions.ts, with a default and a scope no workspace can write to', () => {
    const { properties } = contributes.configuration;
    expect(Object.keys(properties).sort()).toEqual(
      Object.keys(settings)
        .map((key) => `ncloudIp.${key}`)
        .sort(),
    );
    for (const [key, setting] of Object.entries<Record<string, unknown>>(properties)) {
      const expected = settings[key.replace('ncloudIp.', '') as keyof Settings];
      expect(setting, key).toMatchObject({ scope: 'application', markdownDescription: expect.any(String) as unknown });
      if (expected === 'number') expect([setting.type, typeof setting.default], key).toEqual(['number', 'number']);
      else if (expected === 'number or auto')
        expect(setting, key).toMatchObject({ type: ['string', 'number'], pattern: '^auto$', default: 'auto' });
      else if (expected === 'texts') expect([setting.type, setting.default], key).toEqual(['array', []]);
      else {
        expect([...(setting.enum as string[])].sort(), key).toEqual(Object.keys(expected).sort());
        expect(setting.enum, key).toContain(setting.default);
      }
    }
  });

  it('uses exactly the context keys of contributions.ts', () => {
    const used = conditions.flatMap((text) => [...text.matchAll(/ncloudIp\.\w+/g)].map(([key]) => key));
    const views: readonly string[] = Object.values(viewIds);
    expect(sorted(used.filter((key) => !views.includes(key)))).toEqual(sorted(Object.keys(contextKeys)));
  });

  it('asks for kinds of nodes that exist: every value and every alternative of a pattern fits one', () => {
    const kinds = Object.keys(nodeKinds);
    const values = conditions.flatMap((text) => [...text.matchAll(/viewItem == (\w+)/g)].map((match) => match[1]!));
    const patterns = conditions.flatMap((text) => [...text.matchAll(/viewItem =~ \/(.+?)\//g)].map((m) => m[1]!));
    const alternatives = patterns.flatMap((text) => {
      const [, before = '', group, after = ''] = /^(.*)\((.+)\)(.*)$/.exec(text) ?? [];
      return group === undefined ? [text] : group.split('|').map((one) => before + one + after);
    });
    expect(values.filter((value) => !kinds.includes(value))).toEqual([]);
    expect(alternatives.filter((text) => !kinds.some((kind) => new RegExp(text).test(kind)))).toEqual([]);
    expect(values.length * alternatives.length).toBeGreaterThan(0);
  });

  it('declares nothing that no code wears, sets or reads', () => {
    expect(Object.keys(nodeKinds).filter((kind) => !source.includes(`'${kind}'`))).toEqual([]);
    expect(Object.keys(contextKeys).filter((key) => !source.includes(`setContextKey('${key}'`))).toEqual([]);
    expect(Object.keys(settings).filter((key) => !source.includes(`setting('${key}')`))).toEqual([]);
  });

  it('has every %text% in package.nls.json, and no other there', () => {
    const used = [...JSON.stringify(manifest).matchAll(/%([\w.]+)%/g)].map((match) => match[1]!);
    expect(sorted(used)).toEqual(Object.keys(texts).sort());
  });

  it.each(Object.entries({ texts, japanese, korean }))(
    'leads from no welcome to the console of one site, whichever the profile is of: %s',
    (_, language) => {
      const welcomes = [language['welcome.start'], language['welcome.empty'], language['welcome.history']].join('\n');
      for (const { consoleUrl } of Object.values(sites)) expect(welcomes).not.toContain(consoleUrl);
      const linked = [...welcomes.matchAll(/\(command:([\w.]+)\)/g)].map(([, id]) => id);
      expect(linked).toContain('ncloudIp.openInConsole' satisfies CommandId);
      expect(linked.filter((id) => !commands.includes(id ?? ''))).toEqual([]);
    },
  );

  it('leaves it to VS Code when to activate, but for links from outside: nothing at start', () => {
    const panels = [mapViewType, overviewViewType].map((type) => `onWebviewPanel:${type}`);
    expect(manifest.activationEvents).toEqual(['onUri', ...panels]);
    expect(JSON.stringify(manifest)).not.toContain('onStartupFinished');
  });

  it('declares what it can do in untrusted and virtual workspaces, and where it runs', () => {
    expect(manifest.capabilities).toEqual({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
    expect(manifest.extensionKind).toEqual(['ui', 'workspace']);
  });

  it('puts every command of a view into a menu or a palette entry once per place', () => {
    for (const [menu, items] of Object.entries(contributes.menus)) {
      const places = items.map((item) => JSON.stringify([item.command, item.when, 'group' in item && item.group]));
      expect(places, menu).toHaveLength(new Set(places).size);
    }
  });

  it('hides from the palette exactly what cannot ask for what it needs', () => {
    const hidden = contributes.menus.commandPalette.filter((item) => item.when === 'false').map((item) => item.command);
    expect(sorted(hidden)).toEqual([
      'ncloudIp.addToFile',
      'ncloudIp.copyError',
      'ncloudIp.copyHistoryEntry',
      'ncloudIp.cutAddress',
      'ncloudIp.findHere',
      'ncloudIp.openHistoryEntry',
      'ncloudIp.pasteAddress',
      'ncloudIp.refreshNode',
      'ncloudIp.retryFailed',
      'ncloudIp.revealEntry',
      'ncloudIp.revealInFile',
      'ncloudIp.switchHere',
      'ncloudIp.undoEntry',
    ]);
  });

  it('says Undo on the row of a change and Redo on the row of an undo', () => {
    const rows = contributes.menus['view/item/context'];
    const kindsOf = (command: CommandId) => {
      const patterns = rows.flatMap((row) =>
        row.command === command ? [/viewItem =~ \/(.+?)\//.exec(row.when)?.[1] ?? ''] : [],
      );
      return patterns.map((pattern) => Object.keys(nodeKinds).filter((kind) => new RegExp(pattern).test(kind)));
    };
    const [undoable, redoable] = [
      ['entryUndoable', 'entryUndoableFailed'],
      ['entryRedoable', 'entryRedoableFailed'],
    ];
    expect(kindsOf('ncloudIp.undoEntry')).toEqual([undoable, undoable]);
    expect(kindsOf('ncloudIp.redo')).toEqual([redoable, redoable]);
  });

  it('offers a change by the row it is about: none on a read-only one, whatever profile is active', () => {
    const changes = /assignSecondaryIps|unassignSecondaryIps|moveSecondaryIps|cutAddress|pasteAddress/;
    const rows = contributes.menus['view/item/context'].filter(({ command }) => changes.test(command));
    expect(rows.length).toBeGreaterThan(5);
    for (const { command, when } of rows) {
      const [, exact, pattern] = /viewItem (?:== (\w+)|=~ \/(.+?)\/)/.exec(when) ?? [];
      const isFor = (kind: string) => (pattern === undefined ? exact === kind : new RegExp(pattern).test(kind));
      expect(Object.keys(nodeKinds).filter(isFor), command).not.toEqual([]);
      expect(
        Object.keys(nodeKinds).filter((kind) => kind.endsWith('ReadOnly') && isFor(kind)),
        command,
      ).toEqual([]);
      expect(when).not.toContain('ncloudIp.readOnly');
    }
    expect(valuesOf('enablement', contributes).filter((text) => text.includes('readOnly'))).toEqual([]);
  });

  it('shows no key binding outside its own view, and none while somebody types', () => {
    for (const { command, when } of contributes.keybindings) {
      // F12 in a file of ours: there is no text to type with it.
      if (when === `editorTextFocus && editorLangId == ${declaredLanguage}`) continue;
      expect(when, command).toContain(`focusedView == ${viewIds.network}`);
      expect(when, command).toContain('!inputFocus');
    }
  });

  it('names pictures that exist', () => {
    const named = [manifest.icon, ...valuesOf('icon', contributes)].filter((icon) => !icon.startsWith('$('));
    expect(named.filter((file) => !fs.existsSync(path.join(root, file)))).toEqual([]);
  });

  it('runs on the VS Code whose API it is compiled against', () => {
    const types = manifest.devDependencies['@types/vscode'].replace(/^\D+/, '');
    expect(manifest.engines.vscode).toBe(`^${types}`);
  });
});
