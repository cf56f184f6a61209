import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { env, window } from 'vscode';
import { copyDocument, revealDocument } from '../../../../src/features/details/documentCommands';
import { openHistoryEntry } from '../../../../src/features/history/openHistoryEntry';
import { showDetails } from '../../../../src/features/details/showDetails';
import { writeDocument } from '../../../../src/features/details/writeDocument';
import type { Subject } from '../../../../src/tree/node';
import { documentPath } from '../../../../src/words/documentPath';
import { buildEntry } from '../../../support/buildEntry';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { selectingView } from '../../../support/selectingView';

const nothing = /^This is no longer available/;

async function openInterface() {
  const bench = await openCommandBench();
  const { context } = bench;
  const text = String(await call(showDetails, context, { networkInterfaceNo: '701236' }));
  const [path] = /\.\.\/[^)]*/.exec(text) ?? [];
  return { ...bench, text, serverPath: decodeURIComponent(String(path)).replace('..', '/ncloud-ip') };
}

describe('a document that a link leads to', () => {
  it('is written from what was read last, without a call', async () => {
    const { context, sandbox, profile, serverPath } = await openInterface();
    const before = (await sandbox.requests()).length;
    expect(await writeDocument(context, serverPath)).toMatch(/^# web-01\n/);
    for (const [kind, no, heading] of [
      ['interface', '701236', '# web-01/eth0'],
      ['subnet', '3104', '# web-pub'],
      ['vpc', '1204', '# prod-vpc'],
      ['region', undefined, '# Sandbox · KR'],
    ] as const) {
      const topic = no === undefined ? ([kind, profile.id, 'KR'] as const) : ([kind, profile.id, 'KR', no] as const);
      expect(await writeDocument(context, documentPath(topic, 'x'))).toContain(`${heading}\n`);
      if (kind !== 'interface') continue;
      const json = await writeDocument(context, documentPath(topic, 'x', 'json'));
      expect(JSON.parse(json)).toMatchObject({ networkInterfaceNo: no });
    }
    expect(await sandbox.requests()).toHaveLength(before);
  });

  it('names the ACGs as the details did that were opened before', async () => {
    const { context, profile, text } = await openInterface();
    const path = documentPath(['interface', profile.id, 'KR', '701236'], 'x');
    expect(text).toContain('prod-vpc-default-acg');
    expect(await writeDocument(context, path)).toBe(text);
  });

  it('is a change, and its interfaces name it', async () => {
    const { context, profile, opened } = await openInterface();
    const entry = buildEntry({ profile, regionCode: 'KR' });
    await context.history.open(entry);
    await call(openHistoryEntry, context, { entry: entry.id });
    const [title = '', shown = ''] = [...opened].at(-1) ?? [];
    expect(title).toMatch(/^History: /);
    expect(await writeDocument(context, documentPath(['entry', entry.id], title))).toBe(shown);
    const no = entry.plan.changes[0]!.networkInterfaceNo;
    expect(shown).toContain(`interface%2C${profile.id}%2CKR%2C${no}/`);
    const path = documentPath(['interface', profile.id, 'KR', no], 'x');
    expect(await writeDocument(context, path)).toContain(`](../entry%2C${entry.id}/History`);
  });

  it('says so when nothing is known of it any more, whatever its path says', async () => {
    const { context, profile } = await openInterface();
    for (const path of [
      documentPath(['interface', profile.id, 'KR', '1'], 'x'),
      documentPath(['interface', profile.id, 'JPN', '701236'], 'x'),
      documentPath(['interface', 'gone', 'KR', '701236'], 'x'),
      documentPath(['entry', 'gone'], 'x'),
      documentPath(['entry', '../../etc/passwd'], 'x'),
      documentPath(['plan', 'review-1'], 'Plan'),
      '/somewhere/else',
    ]) {
      expect(await writeDocument(context, path)).toMatch(nothing);
    }
  });
});

describe('the title bar of a document', () => {
  it('copies it without links: they lead nowhere outside', async () => {
    const writeText = vi.fn();
    Object.assign(env, { clipboard: { writeText } });
    const { context } = await openInterface();
    const text = String(await call(copyDocument, context));
    expect(writeText).toHaveBeenCalledExactlyOnceWith(text);
    expect(text).toContain('- Subnet: web-pub (3104) 10.0.10.0/24\n');
    expect(text).not.toContain('](');
  });

  it('reveals what the details are of, for the document it stands over', async () => {
    const { context, profile } = await openInterface();
    const path = documentPath(['subnet', profile.id, 'KR', '3110'], 'x');
    const rows: Subject[] = [
      { kind: 'region', scope: { profile, regionCode: 'KR' } },
      { kind: 'subnet', scope: { profile, regionCode: 'KR' }, subnetNo: '3104' },
      { kind: 'subnet', scope: { profile, regionCode: 'KR' }, subnetNo: '3110' },
    ];
    const shown: unknown[] = [];
    const tree = { find: (_: unknown, isIt: (subject: Subject) => boolean) => Promise.resolve(rows.find(isIt)) };
    const view = selectingView((node: unknown) => shown.push(node));
    const seeing = { ...context, tree, view } as never;
    expect(await call(revealDocument, seeing, { scheme: 'ncloud-ip', path })).toBe(true);
    expect(shown).toEqual([rows[2]]);
  });

  it('of a server reveals its first interface where servers have no rows', async () => {
    const { context, profile } = await openInterface();
    const scope = { profile, regionCode: 'KR' };
    const { network } = await context.networks.load(scope);
    const server = network.servers.find(({ serverName }) => serverName === 'web-01');
    const path = documentPath(['server', profile.id, 'KR', server?.serverInstanceNo ?? ''], 'x');
    const rows: Subject[] = ['701237', '701236'].map((networkInterfaceNo) => ({
      ...{ kind: 'interface', scope, networkInterfaceNo },
    }));
    const shown: unknown[] = [];
    const tree = { find: (_: unknown, isIt: (subject: Subject) => boolean) => Promise.resolve(rows.find(isIt)) };
    const view = selectingView((node: unknown) => shown.push(node));
    expect(await call(revealDocument, { ...context, tree, view } as never, { path })).toBe(true);
    expect(shown).toEqual([rows[1]]);
  });

  it('of a profile that is gone says so', async () => {
    const { context } = await openInterface();
    const told = vi.spyOn(window, 'showWarningMessage').mockResolvedValue(undefined);
    onTestFinished(() => told.mockRestore());
    expect(await call(revealDocument, context, { path: documentPath(['region', 'gone', 'KR'], 'x') })).toBeUndefined();
    expect(told.mock.calls[0]?.[0]).toBe('The profile of this document no longer exists.');
  });

  it('does nothing for a document of others', async () => {
    const { context } = await openInterface();
    expect(await call(copyDocument, context, { path: '/etc/passwd' })).toBeUndefined();
    expect(await call(revealDocument, context, { path: documentPath(['plan', 'review-1'], 'Plan') })).toBeUndefined();
  });
});
