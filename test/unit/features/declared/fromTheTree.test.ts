import { describe, expect, it } from 'vitest';
import { window, workspace } from 'vscode';
import { declaredLanguage } from '../../../../src/contributions';
import { addToFile } from '../../../../src/features/declared/addToFile';
import { showDrift } from '../../../../src/features/declared/showDrift';
import { call } from '../../../support/call';
import { openCommandBench, type CommandBench } from '../../../support/commandBench';
import { user, type Reply } from '../../../support/scriptedPrompter';

/** A sandbox whose region was read, and an open file that says this. */
async function openFile(text: string, ...script: readonly Reply[]): Promise<CommandBench> {
  const uri = { path: '/projects/web.ncloud-ip.yaml', toString: () => 'file' };
  const document = { uri, languageId: declaredLanguage, isClosed: false, getText: () => text };
  Object.assign(workspace, {
    textDocuments: [document],
    findFiles: () => Promise.resolve([uri]),
    applyEdit: () => Promise.resolve(true),
    openTextDocument: (given: { readonly content?: string }) =>
      Promise.resolve('content' in given ? { ...document, getText: () => given.content ?? '' } : document),
  });
  Object.assign(window, { showTextDocument: () => Promise.resolve() });
  const bench = await openCommandBench(...script);
  await bench.context.networks.refresh({ profile: bench.profile, regionCode: 'KR' });
  return bench;
}
const add = ({ context }: CommandBench) =>
  call(addToFile, context, { regionCode: 'KR', networkInterfaceNo: '701237', secondaryIps: ['10.0.10.20'] });

describe('Add to File', () => {
  it('adds below what the chosen file says', async () => {
    const bench = await openFile('# ours\nversion: 1\ninterfaces:\n  web-01: []\n', user.picks('web.ncloud-ip.yaml'));
    expect(await add(bench)).toBe('# ours\nversion: 1\ninterfaces:\n  web-01: []\n  web-02: [10.0.10.20]\n');
  });

  it('begins a new file', async () => {
    const bench = await openFile('', user.picks('New File'));
    expect(await add(bench)).toBe('version: 1\nprofile: Sandbox\nregion: KR\ninterfaces:\n  web-02: [10.0.10.20]\n');
  });

  it('says that a file is about another region', async () => {
    const bench = await openFile('version: 1\nregion: JPN\n', user.picks('web.ncloud-ip.yaml'));
    await expect(add(bench)).rejects.toThrow('No part of web.ncloud-ip.yaml is about');
  });

  it('does nothing when no file is chosen', async () => {
    expect(await add(await openFile('version: 1\n', user.dismisses()))).toBeUndefined();
  });
});

describe('Show Drift', () => {
  it('is the file with what is live, and nothing is sent', async () => {
    const bench = await openFile('version: 1\ninterfaces:\n  # the pair\n  web-02: [10.0.10.99]\n');
    const live = await call(showDrift, bench.context, { document: 'file', interactive: false });
    expect(live).toMatch(/# the pair\n {2}web-02: \[10\.0\.10\.20.*\]\n$/);
    expect(await bench.sandbox.writes()).toEqual([]);
  });
});
