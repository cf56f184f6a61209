import { describe, expect, it } from 'vitest';
import type { Network } from '../../../src/model/network';
import type { IntentItem } from '../../../src/plan/intent';
import { planChange } from '../../../src/plan/planChange';
import { undoIntent, type UndoableChange } from '../../../src/plan/undoIntent';
import { buildInterface, buildNetwork } from '../../support/buildNetwork';

const web = buildInterface({ networkInterfaceNo: '1', ip: '10.0.10.14', secondaryIpList: ['10.0.10.52'] });
const spare = buildInterface({ networkInterfaceNo: '2', ip: '10.0.10.6', secondaryIpList: ['10.0.10.20'] });
const network = buildNetwork({ interfaces: [web, spare] });

/** The journal's view of a plan of which everything was applied, except `missed`. */
function applied(items: IntentItem[], missed: string[] = []): UndoableChange {
  const result = planChange({ items }, network);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { plan } = result;
  const steps = plan.steps.map((step) => ({
    step,
    addresses: step.secondaryIps.map(
      (address) => ({ address, result: missed.includes(address) ? 'notApplied' : 'applied' }) as const,
    ),
  }));
  return { id: 'entry-1', plan, steps };
}

function withAddresses(lists: Record<string, string[]>, from: Network = network): Network {
  return from.withInterfaces(
    Object.entries(lists).map(([no, secondaryIpList]) => ({ ...from.interface(no)!, secondaryIpList })),
  );
}

describe('undoIntent', () => {
  it('takes an assignment off again', () => {
    const change = applied([{ kind: 'assign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.11', '10.0.10.12'] }]);
    expect(undoIntent(change, withAddresses({ 1: ['10.0.10.52', '10.0.10.11', '10.0.10.12'] }))).toEqual({
      ok: true,
      intent: {
        undoes: 'entry-1',
        items: [{ kind: 'unassign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.11', '10.0.10.12'] }],
      },
    });
  });

  it('gives back what was taken off', () => {
    const change = applied([{ kind: 'unassign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.52'] }]);
    expect(undoIntent(change, withAddresses({ 1: [] }))).toMatchObject({
      intent: { items: [{ kind: 'assign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.52'] }] },
    });
  });

  it('moves back what was moved, also when it was done in two steps', () => {
    const moved = withAddresses({ 1: ['10.0.10.52', '10.0.10.20'], 2: [] });
    const back = [{ kind: 'move', networkInterfaceNo: '2', secondaryIps: ['10.0.10.20'], from: '1' }];
    const atOnce = applied([{ kind: 'move', networkInterfaceNo: '1', secondaryIps: ['10.0.10.20'] }]);
    expect(undoIntent(atOnce, moved)).toMatchObject({ intent: { items: back } });
    const inTwo = applied([
      { kind: 'unassign', networkInterfaceNo: '2', secondaryIps: ['10.0.10.20'] },
      { kind: 'assign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.20'] },
    ]);
    expect(undoIntent(inTwo, moved)).toMatchObject({ intent: { items: back } });
  });

  it('takes back addresses the service chose', () => {
    const { plan, steps } = applied([{ kind: 'assign', networkInterfaceNo: '1', secondaryIps: [], count: 1 }]);
    const chosen = { ...steps[0]!, addresses: [{ address: '10.0.10.7', result: 'applied' }] as const };
    const result = undoIntent(
      { id: 'entry-1', plan, steps: [chosen] },
      withAddresses({ 1: ['10.0.10.52', '10.0.10.7'] }),
    );
    expect(result).toMatchObject({ intent: { items: [{ kind: 'unassign', secondaryIps: ['10.0.10.7'] }] } });
  });

  it('leaves alone what was not applied', () => {
    const items: IntentItem[] = [
      { kind: 'assign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.11', '10.0.10.12'] },
    ];
    const half = undoIntent(applied(items, ['10.0.10.12']), withAddresses({ 1: ['10.0.10.52', '10.0.10.11'] }));
    expect(half).toMatchObject({ intent: { items: [{ secondaryIps: ['10.0.10.11'] }] } });
    expect(undoIntent(applied(items, ['10.0.10.11', '10.0.10.12']), network)).toEqual({
      ok: false,
      problems: [{ kind: 'nothingToDo' }],
    });
  });

  it('refuses when somebody else got hold of the address, and names who', () => {
    const change = applied([{ kind: 'unassign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.52'] }]);
    expect(undoIntent(change, withAddresses({ 1: [], 2: ['10.0.10.20', '10.0.10.52'] }))).toEqual({
      ok: false,
      problems: [{ kind: 'movedOn', address: '10.0.10.52', expected: undefined, holder: '2' }],
    });
  });

  it('refuses when the address is gone, or its interface is', () => {
    const change = applied([{ kind: 'move', networkInterfaceNo: '1', secondaryIps: ['10.0.10.20'] }]);
    expect(undoIntent(change, withAddresses({ 1: [], 2: [] }))).toMatchObject({
      problems: [{ kind: 'movedOn', expected: '1', holder: undefined }],
    });
    const gone = network.withInterfaces([{ ...web, secondaryIpList: ['10.0.10.20'] }], ['2']);
    expect(undoIntent(change, gone)).toMatchObject({
      problems: [{ kind: 'unknownInterface', networkInterfaceNo: '2' }],
    });
  });

  it('refuses a second time', () => {
    const change = applied([{ kind: 'unassign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.52'] }]);
    const result = undoIntent({ ...change, undoneBy: 'entry-2' }, withAddresses({ 1: [] }));
    expect(result).toEqual({ ok: false, problems: [{ kind: 'alreadyUndone', by: 'entry-2' }] });
  });

  it('leaves alone what was taken back already, and takes back the rest', () => {
    const change = applied([{ kind: 'assign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.11', '10.0.10.12'] }]);
    const takenBack = ['3104 10.0.10.11'];
    expect(undoIntent({ ...change, takenBack }, withAddresses({ 1: ['10.0.10.52', '10.0.10.12'] }))).toEqual({
      ok: true,
      intent: {
        undoes: 'entry-1',
        items: [{ kind: 'unassign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.12'] }],
      },
    });
  });

  it('needs nothing for an address that is back where it came from, when there is another one to take back', () => {
    const change = applied([{ kind: 'assign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.11', '10.0.10.12'] }]);
    expect(undoIntent(change, withAddresses({ 1: ['10.0.10.52', '10.0.10.12'] }))).toMatchObject({
      intent: { items: [{ kind: 'unassign', secondaryIps: ['10.0.10.12'] }] },
    });
    expect(undoIntent(change, network)).toMatchObject({
      problems: [
        { kind: 'movedOn', address: '10.0.10.11', holder: undefined },
        { kind: 'movedOn', address: '10.0.10.12', holder: undefined },
      ],
    });
  });

  it('marks the undo of an undo as a redo, and the undo of a redo as an undo', () => {
    const { plan, steps } = applied([{ kind: 'unassign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.52'] }]);
    const now = withAddresses({ 1: [] });
    const redo = undoIntent({ id: 'b', plan: { ...plan, undoes: 'a' }, steps }, now);
    expect(redo).toMatchObject({ intent: { undoes: 'b', isRedo: true } });
    const undo = undoIntent({ id: 'c', plan: { ...plan, undoes: 'b', isRedo: true }, steps }, now);
    expect(undo.ok && undo.intent).not.toHaveProperty('isRedo');
  });
});

describe('undoIntent of a change of which a part is unknown', () => {
  const reason = 'unreadable';

  /** Everything was sent and its answer lost, but for what is known to be applied. */
  function lost(items: IntentItem[], known: string[] = [], appeared: string[] = []): UndoableChange {
    const { plan, steps, id } = applied(items);
    const before = [web, spare];
    return {
      id,
      plan,
      steps: steps.map(({ step }) => ({
        step,
        before,
        result: 'unknown',
        addresses: [...step.secondaryIps, ...appeared].map((address) =>
          known.includes(address) ? { address, result: 'applied' } : { address, result: 'unknown', reason },
        ),
      })),
    };
  }
  const assigned: IntentItem[] = [
    { kind: 'assign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.11', '10.0.10.12'] },
  ];

  it('takes back what is found where the change would have put it', () => {
    const result = undoIntent(
      lost(assigned, ['10.0.10.11']),
      withAddresses({ 1: ['10.0.10.52', '10.0.10.11', '10.0.10.12'] }),
    );
    expect(result).toEqual({
      ok: true,
      intent: {
        undoes: 'entry-1',
        items: [{ kind: 'unassign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.11', '10.0.10.12'] }],
      },
    });
  });

  it('leaves out what is not found there, and says that it is only a part', () => {
    const change = lost(assigned, ['10.0.10.11']);
    expect(undoIntent(change, withAddresses({ 1: ['10.0.10.52', '10.0.10.11'] }))).toMatchObject({
      intent: { items: [{ kind: 'unassign', secondaryIps: ['10.0.10.11'] }], undoesPart: true },
    });
  });

  it('gives back what is no longer there, unless somebody else has it by now', () => {
    const change = lost([{ kind: 'unassign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.52'] }]);
    expect(undoIntent(change, withAddresses({ 1: [] }))).toMatchObject({
      intent: { items: [{ kind: 'assign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.52'] }] },
    });
    const unsettled = { ok: false, problems: [{ kind: 'stillUnknown', addresses: ['10.0.10.52'] }] };
    expect(undoIntent(change, network)).toEqual(unsettled);
    expect(undoIntent(change, withAddresses({ 1: [], 2: ['10.0.10.20', '10.0.10.52'] }))).toEqual(unsettled);
    expect(undoIntent(change, network.withInterfaces([], ['1']))).toEqual(unsettled);
  });

  it('moves back what is on its target, but not while it is on both sides', () => {
    const change = lost([{ kind: 'move', networkInterfaceNo: '1', secondaryIps: ['10.0.10.20'] }]);
    expect(undoIntent(change, withAddresses({ 1: ['10.0.10.52', '10.0.10.20'], 2: [] }))).toMatchObject({
      intent: { items: [{ kind: 'move', networkInterfaceNo: '2', secondaryIps: ['10.0.10.20'], from: '1' }] },
    });
    const bothSides = withAddresses({ 1: ['10.0.10.52', '10.0.10.20'] });
    expect(undoIntent(change, bothSides)).toMatchObject({ problems: [{ kind: 'stillUnknown' }] });
  });

  it('claims nothing the service may have chosen, and does not call the change undone then', () => {
    const counted: IntentItem[] = [{ kind: 'assign', networkInterfaceNo: '1', secondaryIps: ['10.0.10.11'], count: 1 }];
    const now = withAddresses({ 1: ['10.0.10.52', '10.0.10.11', '10.0.10.7'] });
    for (const appeared of [['10.0.10.7'], []]) {
      expect(undoIntent(lost(counted, [], appeared), now)).toMatchObject({
        intent: { items: [{ kind: 'unassign', secondaryIps: ['10.0.10.11'] }], undoesPart: true },
      });
    }
    const only: IntentItem[] = [{ kind: 'assign', networkInterfaceNo: '1', secondaryIps: [], count: 1 }];
    expect(undoIntent(lost(only, [], ['10.0.10.7']), now)).toEqual({
      ok: false,
      problems: [{ kind: 'nothingToDo' }],
    });
  });

  it('claims nothing that was there before, or of which nobody knows what was before', () => {
    const { id, plan, steps } = lost(assigned);
    const now = withAddresses({ 1: ['10.0.10.52', '10.0.10.11', '10.0.10.12'] });
    const wasThere = [{ networkInterfaceNo: '1', secondaryIpList: ['10.0.10.11', '10.0.10.12'] }];
    for (const before of [wasThere, []]) {
      const change = { id, plan, steps: steps.map((step) => ({ ...step, before })) };
      expect(undoIntent(change, now)).toEqual({ ok: false, problems: [{ kind: 'nothingToDo' }] });
    }
  });
});
