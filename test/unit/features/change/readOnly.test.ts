import { describe, expect, it } from 'vitest';
import { assignFromList } from '../../../../src/features/list/assignFromList';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { moveSecondaryIps } from '../../../../src/features/move/moveSecondaryIps';
import { pasteAddress } from '../../../../src/features/move/cutAndPaste';
import { readArguments } from '../../../../src/features/readArguments';
import type { Command } from '../../../../src/features/commandContext';
import { retryFailed } from '../../../../src/features/undo/retryFailed';
import { unassignSecondaryIps } from '../../../../src/features/assign/unassignSecondaryIps';
import { undo, undoEntry } from '../../../../src/features/undo/undoEntry';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { idOf } from '../../../support/idOf';

const target = '701236';
const held = { networkInterfaceNo: '701237', secondaryIps: ['10.0.10.20'] };

/** A change that was carried out and one that was refused; from then on the profile may only read. */
async function openReadOnly() {
  const bench = await openCommandBench();
  const { context, sandbox, profile } = bench;
  const assign = (address: string): Promise<unknown> =>
    call(assignSecondaryIps, context, { networkInterfaceNo: target, secondaryIps: [address], confirm: false });
  await assign('10.0.10.101');
  await sandbox.faults([{ action: 'assignSecondaryIps', fault: 'permission' }]);
  await assign('10.0.10.102');
  await context.profiles.update(profile.id, (now) => ({ ...now, protection: 'readOnly' }));
  await sandbox.clearRequests();
  const [failed, done] = await context.history.list();
  const scope = { profile: { ...profile, protection: 'readOnly' as const }, regionCode: 'KR' };
  const node = (subject: object): object => ({ id: 'row', subject: { scope, ...subject } });
  const address = { kind: 'address', networkInterfaceNo: '701237', address: '10.0.10.20', role: 'secondary' };
  const dropped = {
    dragged: [{ scope, ...address }],
    target: { kind: 'interface', scope, networkInterfaceNo: target },
  };
  const interfaceRow = node({ kind: 'interface', networkInterfaceNo: target });
  const cut = { items: [{ scope, ...address }], set: () => undefined };
  const raw: Record<string, readonly [Command, readonly unknown[]]> = {
    'assign, by code': [
      assignSecondaryIps,
      [{ networkInterfaceNo: target, secondaryIps: ['10.0.10.103'], confirm: false }],
    ],
    'unassign, by code': [unassignSecondaryIps, [{ ...held, confirm: false }]],
    'unassign, by the key Delete on a row': [unassignSecondaryIps, [node(address), [node(address)]]],
    'unassign, by the key Delete on an interface': [unassignSecondaryIps, [interfaceRow, [interfaceRow]]],
    'move, by dropping a row': [moveSecondaryIps, [dropped]],
    'move, by pasting on a row': [pasteAddress, [interfaceRow, [interfaceRow]]],
    'move, by code': [moveSecondaryIps, [{ ...held, to: target, confirm: false }]],
    'assign from a list': [assignFromList, [{ text: `${target},10.0.10.104`, confirm: false }]],
    undo: [undo, [{ entry: done?.id, confirm: false }]],
    'undo, of a row of the history': [undoEntry, [{ entryId: done?.id }]],
    'retry, of a row of the history': [retryFailed, [{ entryId: failed?.id }]],
  };
  return { sandbox, context: { ...context, cut: cut as never }, raw };
}

describe('through a read-only profile', () => {
  it.each([
    'assign, by code',
    'unassign, by code',
    'unassign, by the key Delete on a row',
    'unassign, by the key Delete on an interface',
    'move, by dropping a row',
    'move, by pasting on a row',
    'move, by code',
    'assign from a list',
    'undo',
    'undo, of a row of the history',
    'retry, of a row of the history',
  ])('nothing is sent and the reason is given: %s', async (way) => {
    const { context, sandbox, raw } = await openReadOnly();
    const [command, args] = raw[way] ?? [];
    await expect(command?.(context, readArguments(idOf(command), args ?? []))).rejects.toThrow(
      /may only read|read-only/,
    );
    expect(await sandbox.writes()).toEqual([]);
  });
});

it('read-only protection that is set in mid-change ends it before its next step', async () => {
  const { context, profile } = await openCommandBench();
  const update: typeof context.history.update = async (entry) => {
    if (entry.steps[0]?.state === 'sent')
      await context.profiles.update(profile.id, (now) => ({ ...now, protection: 'readOnly' }));
    await context.history.update(entry);
  };
  // Two calls: what is taken, then what is unseen.
  const wanted = { networkInterfaceNo: target, secondaryIps: ['10.0.10.20', '10.0.10.101'], allowReassign: true };
  const running = call(
    assignSecondaryIps,
    { ...context, history: { ...context.history, update } },
    { ...wanted, confirm: false },
  );
  expect(await running).toMatchObject({ ended: 'readOnly', steps: [{ result: 'applied' }, { result: 'skipped' }] });
});
