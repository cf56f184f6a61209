import { beforeEach, describe, expect, it, vi } from 'vitest';
import { window, workspace } from 'vscode';
import { declaredLanguage } from '../../../../src/contributions';
import { planAndApply } from '../../../../src/features/declared/planAndApply';
import { planFile } from '../../../../src/features/declared/planFile';
import { planDigest } from '../../../../src/plan/planDigest';
import { openCommandBench, type CommandBench } from '../../../support/commandBench';
import { user, type Reply } from '../../../support/scriptedPrompter';
import { withSettings } from '../../../support/withSettings';

async function openFile(text: string, ...script: readonly Reply[]): Promise<CommandBench> {
  const document = {
    uri: {
      path: '/projects/web.ncloud-ip.yaml',
      fsPath: '/projects/web.ncloud-ip.yaml',
      toString: () => 'file:///projects/web',
    },
    languageId: declaredLanguage,
    isUntitled: false,
    getText: () => text,
    positionAt: (offset: number) => ({ line: text.slice(0, offset).split('\n').length - 1 }),
  };
  Object.assign(workspace, { textDocuments: [document] });
  return openCommandBench(...script);
}
const byHand = (options: object = {}) => ({ subjects: [], options, isProgrammatic: false });
const plan = ({ context }: CommandBench, options: object = {}) =>
  planFile(context, byHand({ document: 'file:///projects/web', ...options }));
const writes = async ({ sandbox }: CommandBench): Promise<number> =>
  (await sandbox.requests()).filter(({ action }) => /^(un)?assign/.test(action)).length;

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
    expect(await planAndApply(bench.context, byHand({ document: 'file:///projects/web', ...options }))).toBeUndefined();
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
    expect(await planAndApply(bench.context, byHand({ path }))).toMatchObject({ result: 'applied' });
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
    await expect(planAndApply(bench.context, byHand({ document: 'file:///projects/web' }))).rejects.toThrow();
    expect(await writes(bench)).toBe(0);
  });
});
