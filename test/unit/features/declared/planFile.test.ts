import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EventEmitter, extensions, window, workspace } from 'vscode';
import { declaredLanguage } from '../../../../src/contributions';
import type { CommandOptions } from '../../../../src/features/commandOptions';
import { planAndApply } from '../../../../src/features/declared/planAndApply';
import { planFile } from '../../../../src/features/declared/planFile';
import { planDigest } from '../../../../src/plan/planDigest';
import { momentText } from '../../../../src/words/timeText';
import { call } from '../../../support/call';
import { openCommandBench, type CommandBench } from '../../../support/commandBench';
import { user, type Reply } from '../../../support/scriptedPrompter';
import { textPlaces } from '../../../support/textPlaces';
import { withSettings } from '../../../support/withSettings';

/** What happens to texts while a plan stands open. */
const texts = {
  changed: new EventEmitter<object>(),
  saved: new EventEmitter<object>(),
  closed: new EventEmitter<object>(),
};

async function openFile(text: string, ...script: readonly Reply[]): Promise<CommandBench> {
  const document = {
    uri: {
      path: '/projects/web.ncloud-ip.yaml',
      fsPath: '/projects/web.ncloud-ip.yaml',
      toString: () => 'file:///projects/web',
    },
    languageId: declaredLanguage,
    isUntitled: false,
    isDirty: false,
    getText: () => text,
    ...textPlaces(text),
  };
  Object.assign(workspace, {
    textDocuments: [document],
    fs: { readFile: () => Promise.resolve(new TextEncoder().encode(document.getText())) },
    onDidChangeTextDocument: texts.changed.event,
    onDidSaveTextDocument: texts.saved.event,
    onDidCloseTextDocument: texts.closed.event,
  });
  return openCommandBench(...script);
}
const document = 'file:///projects/web';
const plan = ({ context }: CommandBench, options: CommandOptions = {}) =>
  call(planFile, context, { document, ...options });
const writes = async ({ sandbox }: CommandBench): Promise<number> => (await sandbox.writes()).length;

describe('Plan File', () => {
  beforeEach(() => withSettings({ confirm: 'always' }));

  it('opens the plan with its digest: nothing is asked, nothing is changed', async () => {
    const bench = await openFile('version: 1\ninterfaces:\n  web-01: [10.0.10.70, 10.0.10.20]\n');
    const text = String(await plan(bench));
    expect([...bench.opened.values()]).toEqual([text]);
    expect(text).toContain('+ 10.0.10.70');
    expect(text).toContain('- 10.0.10.20');
    expect(text).toMatch(/`[0-9a-f]{64}`/);
    expect(bench.context.prompter.asked).toEqual([]);
    expect(await writes(bench)).toBe(0);
    expect(await bench.context.history.list()).toEqual([]);
  });

  it.each([
    ['another file than the one in front, which is not open', { document: 'file:///projects/other' }, 'Open a file'],
    ['a region that it does not declare', { regionCode: 'SGN' }, 'declares nothing for this profile and region'],
  ])('of %s says so, and plans nothing', async (_, options, words) => {
    const bench = await openFile('version: 1\ninterfaces:\n  web-01: [10.0.10.70]\n');
    Object.assign(window, { activeTextEditor: { document: workspace.textDocuments[0] } });
    const told = vi.spyOn(window, 'showInformationMessage');
    expect(await plan(bench, options)).toBeUndefined();
    expect(told.mock.lastCall?.[0]).toContain(words);
    expect(await call(planAndApply, bench.context, { document, ...options })).toBeUndefined();
    expect(await writes(bench)).toBe(0);
    Object.assign(window, { activeTextEditor: undefined });
  });

  it('is what Plan and Apply applies when the network stays as it is, also from the document of the plan', async () => {
    const bench = await openFile('version: 1\ninterfaces:\n  web-01: [10.0.10.70]\n', user.picks('Assign'));
    const { documents } = bench.context;
    const open = documents.open.bind(documents);
    let path = '';
    Object.assign(documents, {
      open: (...given: Parameters<typeof open>) => {
        [path] = given;
        return open(...given);
      },
    });
    const text = String(await plan(bench));
    expect(await call(planAndApply, bench.context, { scheme: 'ncloud-ip', path })).toMatchObject({ result: 'applied' });
    const [entry] = await bench.context.history.list();
    expect(text).toContain(planDigest(entry!.plan));
  });

  it('says where there is nothing to do, and which line stands in the way', async () => {
    const nothing = await openFile('version: 1\ninterfaces:\n  web-02: [10.0.10.20]\n');
    expect(await plan(nothing)).toBeUndefined();
    const wrong = await openFile('version: 1\ninterfaces:\n  nobody: [10.0.10.70]\n');
    await expect(plan(wrong)).rejects.toThrow('Line 3: No network interface nobody in this region.');
    expect([...nothing.opened.keys(), ...wrong.opened.keys()]).toEqual([]);
  });

  it('plans for a profile that must not be changed, too', async () => {
    const bench = await openFile('version: 1\ninterfaces:\n  web-01: [10.0.10.70]\n');
    const { profiles } = bench.context;
    await profiles.update(bench.profile.id, (now) => ({ ...now, protection: 'readOnly' }));
    expect(String(await plan(bench))).toContain('+ 10.0.10.70');
    await expect(call(planAndApply, bench.context, { document })).rejects.toThrow(
      'This profile is read-only. Change its protection first.',
    );
    expect(await writes(bench)).toBe(0);
  });

  describe('as a document that stands open', () => {
    const web = 'version: 1\ninterfaces:\n  web-01: [10.0.10.70]\n';
    const shown = (bench: CommandBench): string => bench.opened.get('Plan') ?? '';
    /** The text as it is typed, or saved. */
    const type = (text: string, isDirty: boolean): void => {
      const [document] = workspace.textDocuments;
      Object.assign(document!, { getText: () => text, isDirty });
      texts.changed.fire({ document });
    };
    const refresh = ({ context, profile }: CommandBench) => context.networks.refresh({ profile, regionCode: 'KR' });

    it('names the file, the time of the reading and whether the text was saved', async () => {
      const bench = await openFile(web);
      await plan(bench);
      const [reading] = [bench.context.networks.state({ profile: bench.profile, regionCode: 'KR' }).last!];
      expect(shown(bench)).toContain(`\nweb.ncloud-ip.yaml · as of ${momentText(reading.readAt)}\n`);
      type(web, true);
      await plan(bench);
      expect(shown(bench)).toContain('\nweb.ncloud-ip.yaml (unsaved) · as of ');
      Object.assign(workspace.textDocuments[0]!, { isDirty: false });
      texts.saved.fire(workspace.textDocuments[0]!);
      expect(shown(bench)).toContain('\nweb.ncloud-ip.yaml · as of ');
    });

    it('says that the file has changed or was closed, and no longer once its text is as it was', async () => {
      const bench = await openFile(web);
      const first = String(await plan(bench));
      type(`${web}# more\n`, true);
      expect(shown(bench)).toContain('> **Outdated: web.ncloud-ip.yaml has changed since this plan was made.');
      // What was planned was saved.
      expect(shown(bench)).not.toContain('(unsaved)');
      type(web, false);
      expect(shown(bench)).toBe(first);
      const [document] = workspace.textDocuments;
      Object.assign(workspace, { textDocuments: [] });
      texts.closed.fire(document!);
      expect(shown(bench)).toContain('> **Outdated: web.ncloud-ip.yaml was closed after this plan was made.');
    });

    it('says that the network has changed, but not when the plan would be the same', async () => {
      const bench = await openFile(web);
      const first = String(await plan(bench));
      await bench.sandbox.change({ assign: { networkInterfaceNo: '701242', address: '10.0.20.99' } });
      await refresh(bench);
      expect(shown(bench)).not.toContain('Outdated');
      await bench.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.77' } });
      await refresh(bench);
      expect(shown(bench)).toContain(
        '> **Outdated: the network has changed since this plan was made. Plan it again.**',
      );
      // The plan itself is never another one under the eyes of whoever reads it.
      expect(shown(bench)).toContain(/`[0-9a-f]{64}`/.exec(first)![0]);
      await bench.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.70' } });
      await refresh(bench);
      expect(shown(bench)).toContain('> **Outdated: the network has changed');
      await bench.sandbox.change({ remove: { networkInterfaceNo: '701236' } });
      await refresh(bench);
      expect(shown(bench)).toContain('> **Outdated: the network has changed');
    });

    it('is left alone once it was closed', async () => {
      const bench = await openFile(web);
      await plan(bench);
      const { context } = bench;
      texts.closed.fire({ uri: { scheme: 'ncloud-ip', path: context.documents.active() }, isClosed: true });
      const before = shown(bench);
      type(`${web}# more\n`, true);
      expect(shown(bench)).toBe(before);
    });
  });

  it('asks Git nothing: only what is applied is kept with its commit', async () => {
    const asked = vi.fn(() => undefined);
    Object.assign(extensions, { getExtension: asked });
    const bench = await openFile('version: 1\ninterfaces:\n  web-01: [10.0.10.70]\n', user.dismisses());
    await plan(bench);
    expect(asked).not.toHaveBeenCalled();
    await call(planAndApply, bench.context, { document });
    expect(asked).toHaveBeenCalledWith('vscode.git');
    Object.assign(extensions, { getExtension: () => undefined });
  });

  it('tells of several problems the first one, and how many more the Problems panel has', async () => {
    const bench = await openFile('version: 1\ninterfaces:\n  web-01: [10.0.10.70]]\n  nobody: {]}\n');
    const error = await plan(bench).catch((thrown: unknown) => String(thrown));
    expect(error).toMatch(/^UserError: Line 3: Not valid YAML: [^\n]* \(more in the Problems panel: \d+\)$/);
    const two = await openFile('version: 1\ninterfaces:\n  nobody: [10.0.10.71]\n  noone: [10.0.10.72]\n');
    await expect(plan(two)).rejects.toThrow(/^Line 3: .*nobody.* \(more in the Problems panel: 1\)$/);
  });
});
