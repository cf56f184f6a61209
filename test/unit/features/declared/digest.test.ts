import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { extensions, window, workspace, type Uri } from 'vscode';
import { systemClock } from '../../../../src/change/systemClock';
import { declaredLanguage } from '../../../../src/contributions';
import type { CommandOptions } from '../../../../src/features/commandOptions';
import { planAndApply } from '../../../../src/features/declared/planAndApply';
import { planDigest } from '../../../../src/plan/planDigest';
import { call } from '../../../support/call';
import { openCommandBench, openCommandBenchAt, type CommandBench } from '../../../support/commandBench';
import { user, type Reply } from '../../../support/scriptedPrompter';
import { entryDocument } from '../../../../src/words/entryText';
import { textPlaces } from '../../../support/textPlaces';
import { withSettings } from '../../../support/withSettings';

const text = 'version: 1\ninterfaces:\n  web-01: [10.0.10.70]\n';
const fileDigest = createHash('sha256').update(text).digest('hex');

function showFile(written: string, more: object = {}): void {
  const document = {
    uri: { path: '/projects/web.ncloud-ip.yaml', fsPath: '/projects/web.ncloud-ip.yaml', toString: () => 'file' },
    languageId: declaredLanguage,
    isUntitled: false,
    isDirty: false,
    getText: () => written,
    ...textPlaces(written),
    ...more,
  };
  const readFile = (): Promise<Uint8Array> => Promise.resolve(new TextEncoder().encode(document.getText()));
  Object.assign(workspace, { textDocuments: [document], fs: { readFile } });
}
async function openFile(script: readonly Reply[], written = text, more: object = {}): Promise<CommandBench> {
  showFile(written, more);
  return openCommandBench(...script);
}
const apply = ({ context }: CommandBench, options: CommandOptions = {}) =>
  call(planAndApply, context, { document: 'file', ...options });

/** Git's extension, with a repository in which the file is this. */
function withGit(committed: string): void {
  const repository = { state: { HEAD: { commit: 'a'.repeat(40) } }, show: () => Promise.resolve(committed) };
  const git = { isActive: true, exports: { getAPI: () => ({ getRepository: () => repository }) } };
  Object.assign(extensions, { getExtension: () => git });
}

describe('a change that a file asks for', () => {
  beforeEach(() => {
    withSettings({ confirm: 'always' });
    Object.assign(extensions, { getExtension: () => undefined });
  });

  it('is not planned while the editor is behind what another program has written', async () => {
    const bench = await openFile([]);
    Object.assign(workspace, { fs: { readFile: () => Promise.resolve(new TextEncoder().encode(`${text}# more\n`)) } });
    const shown = vi.fn(() => Promise.resolve());
    Object.assign(window, { showTextDocument: shown });
    await expect(apply(bench)).rejects.toThrow('Another program has changed web.ncloud-ip.yaml.');
    expect(shown).toHaveBeenCalledOnce();
    expect(await bench.context.history.list()).toEqual([]);
  });

  it('is kept with the file, its digest, and the digest of the plan that was said yes to', async () => {
    const bench = await openFile([user.picks('Open Full Plan'), user.picks('Assign')]);
    expect(await apply(bench)).toMatchObject({ result: 'applied' });
    const [entry] = await bench.context.history.list();
    const digest = planDigest(entry!.plan);
    expect(entry!.origin).toEqual({ kind: 'file', file: 'web.ncloud-ip.yaml', fileDigest, planDigest: digest });
    expect([...bench.opened.values()].join('\n')).toContain(digest);
    expect(bench.context.prompter.asked[0]?.title).toMatch(/ · Sandbox · KR · web\.ncloud-ip\.yaml$/);
  });

  it.each([
    ['as committed, whatever its line ends', text.replaceAll('\n', '\r\n'), 'a'.repeat(40)],
    ['not as committed', `${text}# more\n`, undefined],
  ])('names the commit only of a file that is %s', async (_, committed, expected) => {
    withGit(committed);
    const bench = await openFile([user.picks('Assign')]);
    await apply(bench);
    const [entry] = await bench.context.history.list();
    expect((entry!.origin as { commit?: string }).commit).toBe(expected);
  });

  it('says of a text that was not saved that it was not, and names the commit only when that has just this text', async () => {
    for (const [committed, commit] of [
      ['version: 1\n', undefined],
      [text, 'a'.repeat(40)],
    ] as const) {
      withGit(committed);
      const bench = await openFile([user.picks('Open Full Plan'), user.picks('Assign')], text, { isDirty: true });
      Object.assign(workspace, { fs: { readFile: () => Promise.resolve(new TextEncoder().encode('version: 1\n')) } });
      await apply(bench);
      const [entry] = await bench.context.history.list();
      const { planDigest: digest, ...origin } = entry!.origin as { planDigest: string };
      expect(origin).toEqual({
        kind: 'file',
        file: 'web.ncloud-ip.yaml',
        isUnsaved: true,
        fileDigest,
        ...(commit !== undefined && { commit }),
      });
      expect(entryDocument(entry!)).toContain('the file web.ncloud-ip.yaml (unsaved)');
      expect(bench.context.prompter.asked[0]?.title).toMatch(/ · web\.ncloud-ip\.yaml \(unsaved\)$/);
      expect([...bench.opened.values()].join('\n')).toContain('web.ncloud-ip.yaml (unsaved) · as of');
      expect(digest).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it.each([
    ['as it is on the disk, to the byte', `\uFEFF${text.replaceAll('\n', '\r\n')}`, undefined],
    ['as it was planned, when another program has written it since', `${text}# more\n`, text],
  ])('keeps the digest of the file %s', async (_, onDisk, expected) => {
    const bench = await openFile([user.picks('Assign')]);
    const saved = workspace.fs;
    let reads = 0;
    // The first look is whether the editor is behind.
    const later = (uri: Uri): Thenable<Uint8Array> =>
      reads++ === 0 ? saved.readFile(uri) : Promise.resolve(new TextEncoder().encode(onDisk));
    Object.assign(workspace, { fs: { readFile: later } });
    await apply(bench);
    const [entry] = await bench.context.history.list();
    const digest = createHash('sha256')
      .update(expected ?? onDisk)
      .digest('hex');
    expect(entry!.origin).toMatchObject({ fileDigest: digest });
  });

  it('shows the new plan when the region has changed since the yes, and sends nothing before its own yes', async () => {
    const bench = await openFile([user.picks('Assign'), user.dismisses()]);
    const { prompter } = bench.context;
    const pick: typeof prompter.pick = prompter.pick.bind(prompter);
    let asked = 0;
    Object.assign(prompter, {
      async pick(question: Parameters<typeof prompter.pick>[0]) {
        // Somebody else assigns another address to the interface while the plan is read.
        if (asked++ === 0)
          await bench.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.77' } });
        return pick(question);
      },
    });
    expect(await apply(bench)).toBeUndefined();
    expect(asked).toBe(2);
    expect(bench.context.prompter.asked.at(-1)).toMatchObject({
      words: 'The network has changed since you agreed. Review the new plan, then select Assign',
      initially: ['web-01/eth0  + 10.0.10.70'],
    });
    expect(await bench.context.history.list()).toEqual([]);
  });

  it('refuses what stands in the way by the time of the yes', async () => {
    const bench = await openFile([user.picks('Assign')]);
    const { prompter } = bench.context;
    const pick: typeof prompter.pick = prompter.pick.bind(prompter);
    Object.assign(prompter, {
      async pick(question: Parameters<typeof prompter.pick>[0]) {
        await bench.sandbox.change({ remove: { networkInterfaceNo: '701236' } });
        return pick(question);
      },
    });
    await expect(apply(bench)).rejects.toThrow(/Line \d+: /);
    expect(await bench.context.history.list()).toEqual([]);
  });

  it('counts what was taken before the network made another plan necessary', async () => {
    // Two subnets, so that the second call waits for nothing of the first one.
    const limited = [
      'version: 1',
      'maxRemovals: 1',
      'interfaces:',
      '  web-01: [10.0.10.20]',
      '  spare-nic: [10.0.20.31, 10.0.20.32]',
      '',
    ].join('\n');
    showFile(limited);
    // Real pauses: the second call's look comes when the first call is out.
    const bench = await openCommandBenchAt(systemClock, 50, user.says(true));
    const { networks } = bench.context;
    const refresh = networks.refresh.bind(networks);
    let reads = 0;
    Object.assign(networks, {
      async refresh(...given: Parameters<typeof refresh>) {
        const reading = await refresh(...given);
        // Between the reading after the yes and the calls: db-01/eth0 is no part of the plan, spare-nic is.
        if (reads++ === 0) {
          await bench.sandbox.change({ assign: { networkInterfaceNo: '701251', address: '10.0.20.31' } });
          await bench.sandbox.change({ assign: { networkInterfaceNo: '701242', address: '10.0.20.32' } });
        }
        return reading;
      },
    });
    await expect(apply(bench)).rejects.toThrow('2 addresses, 1 of them before this');
    const writes = await bench.sandbox.writes();
    expect(writes.map(({ params }) => params.networkInterfaceNo)).toEqual(['701236']);
  });

  it('is not asked about again when nothing has changed', async () => {
    const bench = await openFile([user.picks('Assign')]);
    expect(await apply(bench)).toMatchObject({ result: 'applied' });
    expect(bench.context.prompter.asked).toHaveLength(1);
  });
});
