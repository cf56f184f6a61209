import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ProgressEvent } from '../../../src/change/applyDeps';
import { applyPlan } from '../../../src/change/applyPlan';
import type { NetworkInterface } from '../../../src/model/networkInterface';
import type { IntentItem } from '../../../src/plan/intent';
import { undoIntent } from '../../../src/plan/undoIntent';
import { openChangeBench, quickSettle, type ChangeBench } from '../../support/changeBench';
import { assign, count, move, unassign } from '../../support/intents';

let bench: ChangeBench;
beforeAll(async () => {
  bench = await openChangeBench();
});
afterEach(() => bench.reset({ delay: 0 }));
afterAll(() => bench.close());

describe('applyPlan: when all goes well', () => {
  it('assigns, waits until the interface rests and says what it holds', async () => {
    await bench.reset({ delay: 20 });
    const outcome = await bench.change([assign('701236', '10.0.10.11', '10.0.10.12')]);
    expect(outcome).toMatchObject({ result: 'applied', cancelled: false });
    expect(outcome.steps).toMatchObject([{ result: 'applied', settled: true, reconciled: false }]);
    expect(outcome.interfaces).toMatchObject([
      { networkInterfaceStatus: { code: 'USED' }, secondaryIpList: ['10.0.10.11', '10.0.10.12'] },
    ]);
    expect(await bench.held('701236')).toEqual(['10.0.10.11', '10.0.10.12']);
  });

  it('names the addresses the service chose', async () => {
    const outcome = await bench.change([{ ...assign('701236', '10.0.10.52'), count: 2 } as IntentItem]);
    expect(outcome.steps[0]?.chosen).toHaveLength(2);
    expect(await bench.held('701236')).toEqual(['10.0.10.52', ...outcome.steps[0]!.chosen]);
  });

  it('takes over in one call and follows the losing side too', async () => {
    const outcome = await bench.change([move('701236', '10.0.10.20')]);
    expect(outcome.result).toBe('applied');
    expect(await bench.held('701236')).toEqual(['10.0.10.20']);
    expect(await bench.held('701237')).toEqual(['10.0.10.21']);
    expect(outcome.interfaces.map((one) => one.networkInterfaceNo).sort()).toEqual(['701236', '701237']);
    expect(await bench.writes()).toEqual({ sent: 1, applied: 1 });
  });

  it('waits for an interface that is still settling from something else', async () => {
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    await bench.reset({ delay: 30 });
    await bench.api.assignSecondaryIps({
      regionCode: 'KR',
      networkInterfaceNo: '701236',
      secondaryIpList: ['10.0.10.40'],
    });
    const outcome = await applyPlan(plan, bench.deps());
    expect(outcome.result).toBe('applied');
    expect(await bench.held('701236')).toEqual(['10.0.10.40', '10.0.10.11']);
  });

  it('never has two writes of one interface under way, and others side by side', async () => {
    await bench.reset({ delay: 15 });
    const items = [unassign('701237', '10.0.10.21'), assign('701237', '10.0.10.41'), assign('701240', '10.0.20.41')];
    const phases: string[] = [];
    const outcome = await bench.change(items, { onProgress: ({ step, phase }) => phases.push(`${step.id} ${phase}`) });
    expect(outcome.result).toBe('applied');
    expect(phases.indexOf('1 done')).toBeLessThan(phases.indexOf('2 checking'));
    expect(phases.indexOf('3 sending')).toBeLessThan(phases.indexOf('1 done'));
  });

  it('tells of every read, so that a tree can follow', async () => {
    await bench.reset({ delay: 20 });
    const seen: string[] = [];
    const onInterfaces = (fresh: readonly NetworkInterface[]) =>
      seen.push(...fresh.map((one) => `${one.networkInterfaceStatus.code} ${one.secondaryIpList.length}`));
    await bench.change([assign('701236', '10.0.10.11')], { onInterfaces });
    expect([seen[0], seen[1], seen.at(-1)]).toEqual(['USED 0', 'SET 1', 'USED 1']);
  });

  it('can be taken back, after which the journal says by whom', async () => {
    await bench.change([move('701236', '10.0.10.20'), unassign('701252', '10.0.10.30')]);
    const [entry] = bench.journal.entries.values();
    const inverse = undoIntent(entry!, await bench.read());
    if (!inverse.ok) throw new Error(JSON.stringify(inverse.problems));
    const plan = await bench.plan(...inverse.intent.items);
    const recording = { store: bench.journal, id: 'undo-1', profile: entry!.profile, intent: inverse.intent };
    const outcome = await applyPlan({ ...plan, undoes: entry!.id }, bench.deps({ journal: recording }));
    expect(outcome.result).toBe('applied');
    expect(await bench.held('701236')).toEqual([]);
    expect((await bench.held('701237'))?.toSorted()).toEqual(['10.0.10.20', '10.0.10.21']);
    expect((await bench.held('701252'))?.toSorted()).toEqual(['10.0.10.30', '10.0.10.31']);
    expect(bench.journal.entries.get(entry!.id)?.undoneBy).toBe('undo-1');
  });
});

describe('applyPlan: when the answer is lost', () => {
  const impatient = () => bench.client({ timeoutMs: 250 });
  const lost = ['resetAfterApply', 'empty200AfterApply', 'unavailableAfterApply', 'cutOff', 'stallAfterApply'];

  it.each(lost)('%s: finds by reading that it was applied, and sends nothing twice', async (fault) => {
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault }]);
    const outcome = await applyPlan(plan, bench.deps({ api: impatient() }));
    expect(outcome.steps).toMatchObject([{ result: 'applied', reconciled: true, settled: true }]);
    expect(outcome.steps[0]?.error?.details.effect).toBe('unknown');
    expect(await bench.writes()).toEqual({ sent: 1, applied: 1 });
  });

  it.each(['reset', 'unavailable', 'gatewayTimeout', 'empty200', 'html', 'badGateway', 'stall'])(
    '%s: finds by reading that it was not applied, and does not try again',
    async (fault) => {
      await bench.sandbox.faults([{ action: 'unassignSecondaryIps', fault }]);
      const outcome = await bench.last(bench.change([unassign('701237', '10.0.10.20')], { api: impatient() }));
      expect(outcome).toMatchObject({ result: 'notApplied', steps: [{ result: 'notApplied', reconciled: true }] });
      expect(await bench.held('701237')).toContain('10.0.10.20');
      expect((await bench.writes()).sent).toBe(1);
    },
  );

  it('finds what the service chose by the difference', async () => {
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'resetAfterApply' }]);
    const outcome = await bench.last(bench.change([count('701237', 2)]));
    expect(outcome.steps).toMatchObject([{ result: 'applied', reconciled: true }]);
    expect(outcome.steps[0]?.chosen).toEqual((await bench.held('701237'))?.slice(2));
  });

  it('does not guess when somebody else assigned to the interface at the same time', async () => {
    const foreign = { assign: { networkInterfaceNo: '701236', address: '10.0.10.99' } };
    await bench.sandbox.faults([
      { action: 'getNetworkInterfaceList', fault: 'numberCodes', times: 2 },
      { action: 'assignSecondaryIps', fault: 'resetAfterApply' },
      { action: 'getNetworkInterfaceList', fault: 'foreignChange', ...foreign },
    ]);
    const outcome = await bench.last(bench.change([count('701236', 2)]));
    expect(outcome).toMatchObject({
      result: 'unknown',
      steps: [{ result: 'unknown', reason: 'ambiguous', chosen: [] }],
    });
  });

  it('is not taken in by a list that lags behind the change', async () => {
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    await bench.api.unassignSecondaryIps({
      regionCode: 'KR',
      networkInterfaceNo: '701252',
      secondaryIpList: ['10.0.10.31'],
    });
    const lag = { action: 'getNetworkInterfaceList', fault: 'staleList' };
    await bench.sandbox.faults([
      { action: 'getNetworkInterfaceList', fault: 'numberCodes' },
      { action: 'assignSecondaryIps', fault: 'resetAfterApply' },
      lag,
      lag,
    ]);
    const outcome = await bench.last(applyPlan(plan, bench.deps()));
    expect(outcome.steps).toMatchObject([{ result: 'applied', reconciled: true }]);
  });

  it('does not take an earlier choice of the service for this one when the list before the call lags', async () => {
    await bench.change([count('701236', 1)]);
    const plan = await bench.plan(count('701236', 1));
    await bench.sandbox.faults([
      { action: 'getNetworkInterfaceList', fault: 'staleList' },
      { action: 'assignSecondaryIps', fault: 'reset' },
    ]);
    const outcome = await bench.last(applyPlan(plan, bench.deps()));
    expect(outcome.steps).toMatchObject([{ result: 'notApplied', reconciled: true, chosen: [] }]);
    expect(await bench.held('701236')).toHaveLength(1);
  });

  it('does not say that nothing was done when somebody takes the address away again before the first look', async () => {
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    const foreign = { unassign: { networkInterfaceNo: '701236', address: '10.0.10.11' } };
    await bench.sandbox.faults([
      { action: 'getNetworkInterfaceList', fault: 'numberCodes' },
      { action: 'getNetworkInterfaceList', fault: 'foreignChange', ...foreign },
      { action: 'getNetworkInterfaceList', fault: 'staleList' },
    ]);
    const settle = { ...quickSettle, atMostMs: 60 };
    const outcome = await bench.last(applyPlan(plan, bench.deps({ settle })));
    expect(outcome.steps).toMatchObject([{ result: 'unknown', reason: 'contradicted', reconciled: false }]);
    expect(await bench.held('701236')).toEqual([]);
  });

  it('says unknown, with the reason, when nothing can be read', async () => {
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    await bench.sandbox.faults([
      { action: 'getNetworkInterfaceList', fault: 'numberCodes' },
      { action: 'assignSecondaryIps', fault: 'resetAfterApply' },
      { action: 'getNetworkInterfaceList', fault: 'badGateway', times: 10_000 },
    ]);
    const outcome = await bench.last(applyPlan(plan, bench.deps({ settle: { ...quickSettle, atMostMs: 60 } })));
    expect(outcome).toMatchObject({
      result: 'unknown',
      steps: [
        { reason: 'unreadable', addresses: [{ address: '10.0.10.11', result: 'unknown', reason: 'unreadable' }] },
      ],
    });
  });

  it('says unknown while the interface neither shows the change nor comes to rest', async () => {
    const plan = await bench.plan(assign('701237', '10.0.10.11'), move('701236', '10.0.10.20'));
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'stuckSet' }]);
    const outcome = await applyPlan(plan, bench.deps({ settle: { ...quickSettle, atMostMs: 50 } }));
    expect(outcome.steps).toMatchObject([{ result: 'applied', settled: false }, { result: 'skipped' }]);
    expect(outcome.stale?.drift).toEqual({ kind: 'settling', networkInterfaceNo: '701237' });
  });
});

describe('applyPlan: when it is refused', () => {
  it('waits out a 429 and goes on', async () => {
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'throttle' }]);
    const outcome = await bench.change([assign('701236', '10.0.10.11')]);
    expect(outcome.result).toBe('applied');
    expect((await bench.writes()).applied).toBe(1);
  });

  it('says so and still does what does not depend on it', async () => {
    const body = { responseError: { returnCode: '1002904', returnMessage: 'in use' } };
    const plan = await bench.plan(assign('701236', '10.0.10.11'), assign('701240', '10.0.20.41'));
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'error', http: 400, body }]);
    const outcome = await applyPlan(plan, bench.deps({ width: { doubtful: 1, all: 1 } }));
    expect(outcome.result).toBe('partly');
    expect(outcome.steps).toMatchObject([
      { result: 'notApplied', reconciled: false, error: { kind: 'refused' } },
      { result: 'applied' },
    ]);
  });

  it('stops when every further call would be refused as well', async () => {
    const { accessKey, secretKey } = bench.sandbox.viewer;
    const viewer = bench.client({ credentials: () => Promise.resolve({ accessKey, secretKey }) });
    const items = [assign('701236', '10.0.10.11'), assign('701240', '10.0.20.41')];
    const outcome = await bench.change(items, { api: viewer, width: { doubtful: 1, all: 1 } });
    expect(outcome.steps).toMatchObject([
      { result: 'notApplied', error: { kind: 'permission' } },
      { result: 'skipped' },
    ]);
    expect((await bench.writes()).sent).toBe(1);
  });

  it('does not even read for a profile that may only read', async () => {
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    await bench.sandbox.clearRequests();
    await expect(applyPlan(plan, bench.deps({ readOnly: true }))).rejects.toMatchObject({ isReadOnlyProfile: true });
    expect(await bench.sandbox.requests()).toEqual([]);
  });
});

describe('applyPlan: when the world moved on', () => {
  it.each([
    [
      'somebody else has the address',
      { assign: { networkInterfaceNo: '701252', address: '10.0.10.20' } },
      'noLongerThere',
    ],
    [
      'nobody has the address any more',
      { unassign: { networkInterfaceNo: '701237', address: '10.0.10.20' } },
      'noLongerThere',
    ],
    ['the target has it already', { assign: { networkInterfaceNo: '701236', address: '10.0.10.20' } }, 'noLongerThere'],
    ['the losing interface is gone', { remove: { networkInterfaceNo: '701237' } }, 'interfaceGone'],
  ])('stops before the call when %s', async (_name, change, kind) => {
    const plan = await bench.plan(move('701236', '10.0.10.20'));
    await bench.sandbox.change(change);
    const outcome = await applyPlan(plan, bench.deps());
    expect(outcome).toMatchObject({ result: 'notApplied', stale: { drift: { kind } }, steps: [{ result: 'skipped' }] });
    expect((await bench.writes()).sent).toBe(0);
  });

  it('does not rob a newcomer of an address that was unseen when the takeover was planned', async () => {
    const plan = await bench.plan({
      ...assign('701236', '10.0.10.20', '10.0.10.60'),
      allowReassign: true,
    } as IntentItem);
    expect(plan.steps.map(({ secondaryIps, allowReassign }) => [secondaryIps, allowReassign])).toEqual([
      [['10.0.10.20'], true],
      [['10.0.10.60'], false],
    ]);
    await bench.sandbox.change({ assign: { networkInterfaceNo: '701252', address: '10.0.10.60' } });
    const outcome = await applyPlan(plan, bench.deps());
    expect(outcome.steps).toMatchObject([{ result: 'applied' }, { result: 'notApplied', error: { kind: 'refused' } }]);
    expect(await bench.held('701252')).toContain('10.0.10.60');
  });

  it('stops when there is no room left', async () => {
    const plan = await bench.plan(count('701236', 5));
    await bench.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.60' } });
    const outcome = await applyPlan(plan, bench.deps());
    expect(outcome.stale?.drift).toEqual({ kind: 'noRoom', networkInterfaceNo: '701236', has: 1, wants: 5 });
  });

  it('goes on when what changed does not matter, and names it', async () => {
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    const foreign = { unassign: { networkInterfaceNo: '701236', address: '10.0.10.60' } };
    await bench.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.60' } });
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'foreignChange', ...foreign }]);
    const outcome = await applyPlan(plan, bench.deps());
    expect(outcome.result).toBe('applied');
    expect(outcome.steps[0]?.unexpected).toEqual([
      { networkInterfaceNo: '701236', appeared: [], disappeared: ['10.0.10.60'] },
    ]);
  });

  it('skips what followed from a step that failed, without blaming the world', async () => {
    const body = { responseError: { returnCode: '1002907', returnMessage: 'busy' } };
    await bench.sandbox.faults([{ action: 'unassignSecondaryIps', fault: 'error', http: 400, body }]);
    const outcome = await bench.change([unassign('701243', '10.0.60.7'), move('701243', '10.0.60.13')]);
    expect(outcome.stale).toBeUndefined();
    expect(outcome.steps).toMatchObject([{ result: 'notApplied' }, { result: 'skipped' }]);
  });
});

describe('applyPlan: cancelling', () => {
  it('stops between steps and tells what was done and what was skipped', async () => {
    const items = ['701236', '701237', '701252'].map((no, index) => assign(no, `10.0.10.${60 + index}`));
    const stop = new AbortController();
    const onProgress = ({ phase }: ProgressEvent) => phase === 'settling' && stop.abort();
    const outcome = await bench.change(items, { width: { doubtful: 1, all: 1 }, onProgress }, stop.signal);
    expect(outcome).toMatchObject({ result: 'partly', cancelled: true });
    expect(outcome.steps.map(({ result }) => result)).toEqual(['applied', 'skipped', 'skipped']);
    expect(await bench.writes()).toEqual({ sent: 1, applied: 1 });
  });

  it('cuts the wait for settling short and trusts the answer', async () => {
    await bench.reset({ delay: 60_000 });
    const stop = new AbortController();
    const onProgress = ({ phase }: ProgressEvent) => phase === 'settling' && stop.abort();
    const outcome = await bench.change([assign('701236', '10.0.10.11')], { onProgress }, stop.signal);
    expect(outcome).toMatchObject({ result: 'applied', cancelled: false, steps: [{ settled: false }] });
  });

  it('looks at the losing side once more all the same', async () => {
    await bench.reset({ delay: 60_000 });
    const stop = new AbortController();
    const onProgress = ({ phase }: ProgressEvent) => phase === 'settling' && stop.abort();
    const outcome = await bench.change([move('701236', '10.0.10.20')], { onProgress }, stop.signal);
    expect(outcome.result).toBe('applied');
    const loser = outcome.interfaces.find((one) => one.networkInterfaceNo === '701237');
    expect(loser?.secondaryIpList).toEqual(['10.0.10.21']);
  });

  it('trusts the answer when that last look fails', async () => {
    await bench.reset({ delay: 60_000 });
    const stop = new AbortController();
    const onProgress = ({ phase }: ProgressEvent) => phase === 'settling' && stop.abort();
    const plan = await bench.plan(move('701236', '10.0.10.20'));
    await bench.sandbox.faults([
      { action: 'getNetworkInterfaceList', fault: 'numberCodes' },
      { action: 'getNetworkInterfaceList', fault: 'badGateway', times: 1_000 },
    ]);
    const outcome = await applyPlan(plan, bench.deps({ onProgress }), stop.signal);
    expect(outcome.steps).toMatchObject([{ result: 'applied', settled: false, reconciled: false }]);
  });

  it('still finds out what became of a call whose answer was lost', async () => {
    const stop = new AbortController();
    const onProgress = ({ phase }: ProgressEvent) => phase === 'reconciling' && stop.abort();
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'resetAfterApply' }]);
    const outcome = await bench.last(bench.change([assign('701236', '10.0.10.11')], { onProgress }, stop.signal));
    expect(outcome.steps).toMatchObject([{ result: 'applied', reconciled: true }]);
  });

  it('tells while its result cannot be read, and when it can again', async () => {
    await bench.reset({ delay: 60_000 });
    const stop = new AbortController();
    const phases: string[] = [];
    const onProgress = ({ phase }: ProgressEvent): void => {
      phases.push(phase);
      if (phase === 'unread') void bench.sandbox.clearFaults();
      if (phase === 'settling' && phases.includes('unread')) stop.abort();
    };
    const plan = await bench.plan(move('701236', '10.0.10.20'));
    await bench.sandbox.faults([
      { action: 'getNetworkInterfaceList', fault: 'numberCodes' },
      { action: 'getNetworkInterfaceList', fault: 'badGateway', times: 1_000 },
    ]);
    await applyPlan(plan, bench.deps({ onProgress }), stop.signal);
    expect(phases).toEqual(['checking', 'sending', 'settling', 'unread', 'settling', 'done']);
  });

  it('sends nothing when it was cancelled before it began', async () => {
    const outcome = await bench.change([assign('701236', '10.0.10.11')], {}, AbortSignal.abort());
    expect(outcome).toMatchObject({ result: 'notApplied', cancelled: true, steps: [{ result: 'skipped' }] });
    expect((await bench.writes()).sent).toBe(0);
  });
});

describe('applyPlan: the journal', () => {
  it('is written before the call and completed after it', async () => {
    const before = bench.journal.written.length;
    await bench.change([assign('701236', '10.0.10.11')]);
    const written = bench.journal.written.slice(before);
    expect(written.map(({ state, steps }) => `${state} ${steps[0]?.state}`)).toEqual([
      'open waiting',
      'open sent',
      'open done',
      'done done',
    ]);
    expect(written[1]?.steps[0]?.before).toEqual([{ networkInterfaceNo: '701236', secondaryIpList: [] }]);
    expect(written[3]).toMatchObject({
      result: 'applied',
      steps: [{ addresses: [{ address: '10.0.10.11', result: 'applied' }] }],
    });
  });

  it('keeps an error as data', async () => {
    const body = { responseError: { returnCode: '1002904', returnMessage: 'in use' } };
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'error', http: 400, body }]);
    await bench.change([assign('701236', '10.0.10.11')]);
    const [entry] = bench.journal.entries.values();
    expect(entry?.steps[0]?.error).toMatchObject({ kind: 'refused', code: '1002904' });
  });

  it.each(['open', 'update'] as const)('nothing is sent when %s fails', async (method) => {
    const failing = { ...bench.journal, [method]: () => Promise.reject(new Error('no space left')) };
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    const recording = { store: failing, id: 'x', profile: { id: 'p1', name: 'Sandbox' }, intent: { items: [] } };
    const outcome = await applyPlan(plan, bench.deps({ journal: recording }));
    expect(outcome).toMatchObject({ result: 'notApplied', journalFailed: true, steps: [{ result: 'skipped' }] });
    expect((await bench.writes()).sent).toBe(0);
  });
});
