import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { limits } from '../../../src/api/limits';
import type { ApplyDeps } from '../../../src/change/applyDeps';
import { applyPlan } from '../../../src/change/applyPlan';
import { recoverEntry } from '../../../src/change/recoverEntry';
import type { IntentItem } from '../../../src/plan/intent';
import { virtualTime } from '../../faults/virtualTime';
import { openChangeBench, quickSettle, type ChangeBench } from '../../support/changeBench';
import { assign, count, unassign } from '../../support/intents';

let bench: ChangeBench;
beforeAll(async () => {
  bench = await openChangeBench();
});
afterEach(() => bench.reset({ delay: 0 }));
afterAll(() => bench.close());

/** The first look passes; what comes after it lags or lies. */
const honestLook = { action: 'getNetworkInterfaceList', fault: 'numberCodes' };
/** Contradictions are read for as long as an interface may settle. */
const soon = { settle: { ...quickSettle, atMostMs: 60 } };

/** A service whose answers are lost and which finishes 40 s later, on a clock that runs when somebody waits. */
async function openSlowBackEnd() {
  const time = virtualTime();
  const slow = await openChangeBench({ now: () => time.now() }, { now: () => time.now() });
  onTestFinished(() => slow.close());
  await slow.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'late', ms: 40_000 }]);
  return { slow, settle: { clock: time, settle: limits.settle } };
}

/** The waits of the real service, which cost no time and are added up. */
function countingClock() {
  let waited = 0;
  const { clock } = bench.deps();
  const counting: ApplyDeps['clock'] = {
    now: () => clock.now(),
    sleep: (ms, signal) => {
      waited += ms;
      return clock.sleep(0, signal);
    },
  };
  return { clock: counting, settle: limits.settle, waitedMs: () => waited };
}

describe('a lost answer', () => {
  it('says unknown at once and keeps looking; what a slow back end finishes later is applied', async () => {
    const { slow, settle } = await openSlowBackEnd();
    const interim = await slow.change([assign('701236', '10.0.10.11')], settle);
    expect(interim).toMatchObject({ result: 'unknown', steps: [{ reason: 'stillLooking', isInterim: true }] });
    const open = slow.journal.written.find(({ result }) => result !== undefined);
    expect(open).toMatchObject({
      state: 'open',
      result: 'unknown',
      steps: [{ state: 'sent', reason: 'stillLooking' }],
    });
    const last = await slow.last(interim);
    expect(last).toMatchObject({ result: 'applied', steps: [{ result: 'applied', reconciled: true }] });
    expect(last.looking).toBeUndefined();
    const [done] = slow.journal.entries.values();
    expect(done).toMatchObject({ state: 'done', result: 'applied', steps: [{ state: 'done', result: 'applied' }] });
    expect(done?.steps[0]).not.toHaveProperty('reason');
    expect(done?.steps[0]).not.toHaveProperty('isInterim');
    expect((await slow.writes()).sent).toBe(1);
  });

  it('is not applied only after the longest time that the service may still be at work', async () => {
    const { clock, settle, waitedMs } = countingClock();
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'reset' }]);
    const interim = await bench.change([assign('701236', '10.0.10.11')], { settle, clock });
    expect(interim.result).toBe('unknown');
    expect(waitedMs()).toBeLessThan(15_000);
    expect(await bench.last(interim)).toMatchObject({ result: 'notApplied' });
    expect(waitedMs()).toBeGreaterThanOrEqual(90_000);
  });

  it('is applied when one late read shows nothing and the next one shows it', async () => {
    const { clock, settle, waitedMs } = countingClock();
    let late = 0;
    const api: ApplyDeps['api'] = {
      ...bench.api,
      async getNetworkInterfaceList(query, options) {
        const isSecondLate = waitedMs() >= settle.workingMs && ++late === 2;
        if (isSecondLate)
          await bench.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.11' } });
        return bench.api.getNetworkInterfaceList(query, options);
      },
    };
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'reset' }]);
    const last = await bench.last(bench.change([assign('701236', '10.0.10.11')], { api, settle, clock }));
    expect(last.result).toBe('applied');
  });

  it('leaves a count unknown until then, also when the addresses are there at once', async () => {
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'resetAfterApply' }]);
    const interim = await bench.change([count('701236', 2)]);
    expect(interim.steps).toMatchObject([{ result: 'unknown', reason: 'stillLooking', chosen: [] }]);
    expect((await bench.last(interim)).steps).toMatchObject([{ result: 'applied', chosen: { length: 2 } }]);
  });

  it('claims no address that came to the interface long after a count was lost: it may be a colleague’s', async () => {
    const { slow, settle } = await openSlowBackEnd();
    await slow.sandbox.clearFaults();
    await slow.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'reset' }]);
    const interim = await slow.change([count('701236', 1)], settle);
    while (settle.clock.now() - settle.clock.started < 45_000) await settle.clock.sleep(1_000);
    await slow.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.99' } });
    const last = await slow.last(interim);
    expect(last.steps).toMatchObject([{ result: 'unknown', reason: 'ambiguous', chosen: [] }]);
  });

  it('is told at the first read that fails, and at Cancel, whatever the network does', async () => {
    const stop = new AbortController();
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    const never: ApplyDeps['api'] = {
      ...bench.api,
      getNetworkInterfaceList: (query, options) =>
        stop.signal.aborted || isSent
          ? new Promise(() => undefined)
          : bench.api.getNetworkInterfaceList(query, options),
      async assignSecondaryIps(request, options) {
        isSent = true;
        return bench.api.assignSecondaryIps(request, options);
      },
    };
    let isSent = false;
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'resetAfterApply' }]);
    const running = applyPlan(
      plan,
      bench.deps({
        api: never,
        onProgress: ({ phase }) => {
          if (phase === 'reconciling') setImmediate(() => stop.abort());
        },
      }),
      stop.signal,
    );
    expect((await running).steps).toMatchObject([{ result: 'unknown', reason: 'stillLooking', isInterim: true }]);
  });

  it('leaves its entry open when nothing could be read to the end, for another look later', async () => {
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    const released: string[] = [];
    const store = { ...bench.journal, release: (id: string) => Promise.resolve(void released.push(id)) };
    const journal = { store, id: 'left', profile: { id: 'p1', name: 'Sandbox' }, intent: { items: [] } };
    await bench.sandbox.faults([
      honestLook,
      { action: 'assignSecondaryIps', fault: 'resetAfterApply' },
      { action: 'getNetworkInterfaceList', fault: 'badGateway', times: 100_000 },
    ]);
    const last = await bench.last(applyPlan(plan, bench.deps({ ...soon, journal })));
    expect(last).toMatchObject({ result: 'unknown', steps: [{ reason: 'unreadable', isInterim: true }] });
    expect(last.looking).toBeUndefined();
    expect(bench.journal.entries.get('left')).toMatchObject({ state: 'open', steps: [{ state: 'sent' }] });
    expect(released).toEqual(['left']);
    await bench.sandbox.clearFaults();
    const recovered = await recoverEntry(bench.journal.entries.get('left')!, bench.deps());
    expect(recovered).toMatchObject({ state: 'done', result: 'applied' });
  });

  it('is not called "not applied" by a new window because the clock was set forward', async () => {
    const { slow, settle } = await openSlowBackEnd();
    const interim = await slow.change([assign('701236', '10.0.10.11')], settle);
    const open = slow.journal.written.find(({ result }) => result !== undefined);
    await interim.looking;
    await slow.reset();
    await slow.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'late', ms: 40_000 }]);
    const lost = { regionCode: 'KR', networkInterfaceNo: '701236', secondaryIpList: ['10.0.10.11'] };
    await expect(slow.api.assignSecondaryIps(lost)).rejects.toThrow('ECONNRESET');
    expect(await slow.held('701236')).toEqual([]);
    const steps = open!.steps.map((step) => ({ ...step, sentAt: settle.clock.now() - 120_000 }));
    expect(await recoverEntry({ ...open!, steps }, slow.deps(settle))).toMatchObject({ result: 'applied' });
  });

  it('says of listed addresses what is there, of the count beside them that it is unknown', async () => {
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'resetAfterApply' }]);
    const interim = await bench.change([{ ...assign('701236', '10.0.10.52'), count: 1 } as IntentItem]);
    expect(interim.steps[0]?.addresses).toMatchObject([
      { address: '10.0.10.52', result: 'applied' },
      { result: 'unknown', reason: 'stillLooking' },
    ]);
    expect((await bench.last(interim)).result).toBe('applied');
  });

  it('is read on by a new window, which says so', async () => {
    const { slow, settle } = await openSlowBackEnd();
    const interim = await slow.change([assign('701236', '10.0.10.11')], settle);
    const open = slow.journal.written.find(({ result }) => result !== undefined);
    await interim.looking;
    await slow.reset();
    await slow.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'late', ms: 40_000 }]);
    const lost = { regionCode: 'KR', networkInterfaceNo: '701236', secondaryIpList: ['10.0.10.11'] };
    await expect(slow.api.assignSecondaryIps(lost)).rejects.toThrow('ECONNRESET');
    expect(await slow.held('701236')).toEqual([]);
    let told = 0;
    const sentAt = settle.clock.now();
    const steps = open!.steps.map((step) => ({ ...step, sentAt }));
    const recovered = await recoverEntry({ ...open!, steps }, slow.deps(settle), () => told++);
    expect(told).toBe(1);
    expect(recovered).toMatchObject({ state: 'done', result: 'applied', recovered: true });
  });

  it.each([
    ['unknownError', { http: 200 }],
    ['unknownError', { http: 400 }],
    ['tryAgain', {}],
    ['requestTimeout', {}],
    ['htmlMessage', {}],
  ])('may hide behind %s %j: only reading tells', async (fault, extra) => {
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault, ...extra }]);
    const interim = await bench.change([assign('701236', '10.0.10.11')]);
    expect(interim.steps).toMatchObject([{ result: 'unknown', reason: 'stillLooking' }]);
    expect((await bench.last(interim)).result).toBe('notApplied');
    if (fault === 'htmlMessage') return;
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: `${fault}AfterApply`, ...extra }]);
    expect((await bench.last(bench.change([assign('701236', '10.0.10.11')]))).result).toBe('applied');
  });
});

describe('an answer and a list that disagree', () => {
  it('are read on for as long as there is time, then unknown: never "nothing was changed"', async () => {
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    await bench.sandbox.faults([
      honestLook,
      { action: 'getNetworkInterfaceList', fault: 'laggingList', times: 1_000_000 },
    ]);
    const interim = await applyPlan(plan, bench.deps(soon));
    expect(interim.steps).toMatchObject([{ result: 'unknown', reason: 'contradicted', isInterim: true }]);
    const last = await bench.last(interim);
    expect(last.steps).toMatchObject([{ result: 'unknown', reason: 'contradicted', reconciled: false }]);
    await bench.sandbox.clearFaults();
    expect(await bench.held('701236')).toEqual(['10.0.10.11']);
  });

  it('agree in the end when the list only lags', async () => {
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    await bench.sandbox.faults([honestLook, { action: 'getNetworkInterfaceList', fault: 'laggingList', times: 6 }]);
    expect((await bench.last(applyPlan(plan, bench.deps()))).result).toBe('applied');
  });

  it('are unknown for an unassignment too', async () => {
    const plan = await bench.plan(unassign('701237', '10.0.10.20'));
    await bench.sandbox.faults([
      honestLook,
      { action: 'getNetworkInterfaceList', fault: 'laggingList', times: 1_000_000 },
    ]);
    const last = await bench.last(applyPlan(plan, bench.deps(soon)));
    expect(last.steps).toMatchObject([{ result: 'unknown', reason: 'contradicted' }]);
  });

  it.each(['noListAnswer', 'emptyListAnswer', 'oldListAnswer'])('%s: reading tells what it did', async (fault) => {
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault }]);
    const outcome = await bench.last(bench.change([{ ...assign('701236', '10.0.10.52'), count: 2 } as IntentItem]));
    expect(outcome.steps).toMatchObject([{ result: 'applied', reconciled: false }]);
    expect(outcome.steps[0]?.chosen).toEqual((await bench.held('701236'))?.slice(1));
  });
});

describe('an interface that is missing from a read', () => {
  it('is unknown, not without addresses, and not gone from the tree', async () => {
    const plan = await bench.plan(unassign('701237', '10.0.10.20'));
    await bench.sandbox.faults([
      honestLook,
      { action: 'getNetworkInterfaceList', fault: 'otherAccount', times: 1_000 },
    ]);
    const seen: string[] = [];
    const onInterfaces: ApplyDeps['onInterfaces'] = (fresh) => seen.push(...fresh.map((one) => one.networkInterfaceNo));
    const last = await bench.last(applyPlan(plan, bench.deps({ ...soon, onInterfaces })));
    expect(last.steps).toMatchObject([{ result: 'unknown', reason: 'missing', unexpected: [] }]);
    expect(seen.every((no) => no === '701237')).toBe(true);
  });

  it('is never judged by another interface that has its number', async () => {
    const plan = await bench.plan(unassign('701237', '10.0.10.20'));
    const replace = { networkInterfaceNo: '701237', ip: '10.0.10.99' };
    await bench.sandbox.faults([
      honestLook,
      { action: 'unassignSecondaryIps', fault: 'reset' },
      { action: 'getNetworkInterfaceList', fault: 'foreignChange', replace },
    ]);
    const last = await bench.last(applyPlan(plan, bench.deps()));
    expect(last.steps).toMatchObject([{ result: 'unknown', reason: 'missing' }]);
  });
});

describe('a row that nobody can read', () => {
  it('costs a read, not the truth', async () => {
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    await bench.sandbox.faults([
      honestLook,
      { action: 'getNetworkInterfaceList', fault: 'rowMalformed', times: 3 },
      { action: 'getNetworkInterfaceList', fault: 'listAbsent', times: 2 },
      { action: 'getNetworkInterfaceList', fault: 'listEmpty', times: 2 },
    ]);
    const last = await bench.last(applyPlan(plan, bench.deps()));
    expect(last.steps).toMatchObject([{ result: 'applied' }]);
  });
});

describe('another owner', () => {
  it('stops a change before it is sent', async () => {
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    const owner = { networkInterfaceNo: '701236', instanceNo: '10423999' };
    await bench.sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'ownerChanged', ...owner }]);
    const outcome = await applyPlan(plan, bench.deps());
    expect(outcome.stale?.drift).toEqual({ kind: 'otherOwner', networkInterfaceNo: '701236' });
    expect((await bench.writes()).sent).toBe(0);
  });
});

describe('an error that nobody foresaw', () => {
  const breaking = (api: ApplyDeps['api']): ApplyDeps['api'] => ({
    ...api,
    async assignSecondaryIps(request, options) {
      await api.assignSecondaryIps(request, options);
      throw new RangeError('Maximum call stack size exceeded');
    },
  });

  it('after a call is settled by reading, and the rest is not sent', async () => {
    const items = [assign('701236', '10.0.10.60'), assign('701237', '10.0.10.61'), assign('701252', '10.0.10.62')];
    await bench.sandbox.change({ unassign: { networkInterfaceNo: '701252', address: '10.0.10.31' } });
    const outcome = await bench.last(bench.change(items, { api: breaking(bench.api), width: { doubtful: 1, all: 1 } }));
    expect(outcome.steps).toMatchObject([
      { result: 'applied', reconciled: true, error: { kind: 'unreadable' } },
      { result: 'skipped' },
      { result: 'skipped' },
    ]);
    expect((await bench.writes()).sent).toBe(1);
    const [entry] = bench.journal.entries.values();
    expect(entry).toMatchObject({ state: 'done' });
  });

  it('of whoever listens breaks nothing: the entry is completed', async () => {
    const outcome = await bench.change([assign('701236', '10.0.10.11')], {
      onProgress: () => {
        throw new Error('a broken listener');
      },
      onInterfaces: () => {
        throw new Error('another one');
      },
    });
    expect(outcome.result).toBe('applied');
    expect([...bench.journal.entries.values()]).toMatchObject([{ state: 'done', result: 'applied' }]);
  });
});
