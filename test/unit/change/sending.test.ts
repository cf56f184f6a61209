import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ApplyDeps, ProgressEvent } from '../../../src/change/applyDeps';
import { applyPlan } from '../../../src/change/applyPlan';
import type { InterfaceHolds } from '../../../src/change/interfaceHolds';
import type { IntentItem } from '../../../src/plan/intent';
import { createFileHolds } from '../../../src/session/journal/interfaceHolds';
import { virtualTime } from '../../faults/virtualTime';
import { openChangeBench, quickSettle, type ChangeBench } from '../../support/changeBench';
import { assign, move } from '../../support/intents';

let bench: ChangeBench;
beforeAll(async () => {
  bench = await openChangeBench();
});
afterEach(() => bench.reset({ delay: 0 }));
afterAll(() => bench.close());

/** The actions that reached the sandbox, in order, shortened to `read` and `write`. */
async function calls(): Promise<string[]> {
  return (await bench.sandbox.requests()).map(({ action }) =>
    action === 'getNetworkInterfaceList' ? 'read' : action.endsWith('assignSecondaryIps') ? 'write' : action,
  );
}

/** The bench's clock, which a test can set on. */
function settableClock(): ApplyDeps['clock'] & { advance(ms: number): void } {
  const { clock } = bench.deps();
  let ahead = 0;
  return {
    now: () => clock.now() + ahead,
    sleep: (ms, signal) => clock.sleep(ms, signal),
    advance(ms) {
      ahead += ms;
    },
  };
}

describe('one look, one send', () => {
  it('does not take an address from whoever got it while a 429 was waited out', async () => {
    const plan = await bench.plan(move('701236', '10.0.10.20'));
    const foreign = { assign: { networkInterfaceNo: '701252', address: '10.0.10.20' } };
    await bench.sandbox.change({ unassign: { networkInterfaceNo: '701252', address: '10.0.10.31' } });
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'slowDown', retryAfter: 0, ...foreign }]);
    const outcome = await applyPlan(plan, bench.deps());
    expect(outcome).toMatchObject({ result: 'notApplied', stale: { drift: { kind: 'noLongerThere' } } });
    expect(await bench.held('701252')).toContain('10.0.10.20');
    expect(await bench.writes()).toEqual({ sent: 1, applied: 0 });
  });

  it('looks again before it sends again, as often as it is turned away', async () => {
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    await bench.sandbox.clearRequests();
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'throttle', times: 2 }]);
    expect((await applyPlan(plan, bench.deps())).result).toBe('applied');
    expect((await calls()).slice(0, 6)).toEqual(['read', 'write', 'read', 'write', 'read', 'write']);
  });

  it('notes anew when it goes out anew: a new window counts from there', async () => {
    const time = settableClock();
    const onProgress = ({ phase }: ProgressEvent): void => {
      if (phase === 'waiting') time.advance(30_000);
    };
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'throttle', times: 2 }]);
    const startedAt = time.now();
    const settle = { ...quickSettle, atMostMs: 300_000 };
    const outcome = await bench.change([assign('701236', '10.0.10.11')], { clock: time, onProgress, settle });
    expect(outcome.result).toBe('applied');
    const [entry] = bench.journal.entries.values();
    expect(entry?.steps[0]?.sentAt).toBeGreaterThanOrEqual(startedAt + 60_000);
  });

  it('gives up after four tries, with the reason and without an effect', async () => {
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'throttle', times: 100 }]);
    const outcome = await bench.change([assign('701236', '10.0.10.11')]);
    expect(outcome.steps).toMatchObject([{ result: 'notApplied', error: { kind: 'rateLimited' } }]);
    expect((await bench.writes()).sent).toBe(4);
  });

  it('looks again when its turn took over a second to come', async () => {
    const clock = settableClock();
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    let isFirst = true;
    const api: ApplyDeps['api'] = {
      ...bench.api,
      assignSecondaryIps(request, options) {
        if (isFirst) clock.advance(1_500);
        isFirst = false;
        return bench.api.assignSecondaryIps(request, options);
      },
    };
    await bench.sandbox.clearRequests();
    expect((await applyPlan(plan, bench.deps({ api, clock }))).result).toBe('applied');
    expect((await calls()).slice(0, 3)).toEqual(['read', 'read', 'write']);
  });

  /** What comes of a way out that takes so long (ms) before a call leaves, every time. */
  async function sendOver(wayOutMs: number) {
    const clock = virtualTime();
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    const api: ApplyDeps['api'] = {
      ...bench.api,
      async assignSecondaryIps(request, options) {
        await clock.sleep(wayOutMs);
        return bench.api.assignSecondaryIps(request, options);
      },
    };
    await bench.sandbox.clearRequests();
    const settle = { ...quickSettle, atMostMs: 45_000 };
    const { result } = await applyPlan(plan, bench.deps({ api, clock, settle }));
    const made = await calls();
    return { result, looks: made.includes('write') ? made.indexOf('write') : made.length };
  }

  it.each([
    [1_000, 1],
    [2_000, 2],
    [3_000, 3],
    [8_000, 4],
  ])(
    'gets through a way out that always takes %i ms at look %i: each in vain is worth twice as long',
    async (ms, look) => {
      expect(await sendOver(ms)).toEqual({ result: 'applied', looks: look });
    },
  );

  it('sends nothing on a look of more than eight seconds, however many were in vain', async () => {
    expect(await sendOver(9_000)).toEqual({ result: 'notApplied', looks: 6 });
    expect(await bench.writes()).toEqual({ sent: 0, applied: 0 });
  });

  it('does not send a step that waits for its turn when one beside it stops the change', async () => {
    const plan = await bench.plan(assign('701236', '10.0.10.60'), assign('701237', '10.0.10.61'));
    const stopped = Promise.withResolvers<undefined>();
    const api: ApplyDeps['api'] = {
      ...bench.api,
      async assignSecondaryIps(request, options) {
        if (request.networkInterfaceNo === '701237') await stopped.promise;
        return bench.api.assignSecondaryIps(request, options);
      },
    };
    const onProgress = ({ step, phase }: ProgressEvent): void => {
      if (step.networkInterfaceNo === '701236' && phase === 'done') stopped.resolve(undefined);
    };
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'permission' }]);
    const { steps } = await applyPlan(plan, bench.deps({ api, onProgress, width: { doubtful: 2, all: 2 } }));
    expect(steps).toMatchObject([{ result: 'notApplied', error: { kind: 'permission' } }, { result: 'skipped' }]);
    expect(await bench.writes()).toEqual({ sent: 1, applied: 0 });
  });

  it('looks again when the journal took over a second, and does not write down the same look twice', async () => {
    const clock = settableClock();
    const store = {
      ...bench.journal,
      update: async (entry: Parameters<typeof bench.journal.update>[0]) => {
        if (entry.steps[0]?.state === 'sent') clock.advance(1_500);
        await bench.journal.update(entry);
      },
    };
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    const journal = { store, id: 'slow', profile: { id: 'p1', name: 'Sandbox' }, intent: { items: [] } };
    await bench.sandbox.clearRequests();
    expect((await applyPlan(plan, bench.deps({ clock, journal }))).result).toBe('applied');
    expect((await calls()).slice(0, 3)).toEqual(['read', 'read', 'write']);
  });

  it('notes that nothing is under way when a step that was turned away does not go out again', async () => {
    const stop = new AbortController();
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'throttle' }]);
    const onProgress = ({ phase }: ProgressEvent): void => {
      if (phase === 'waiting') stop.abort();
    };
    const outcome = await bench.change([assign('701236', '10.0.10.11')], { onProgress }, stop.signal);
    expect(outcome).toMatchObject({ cancelled: true, steps: [{ result: 'skipped' }] });
    const [entry] = bench.journal.entries.values();
    expect(entry).toMatchObject({ state: 'done', steps: [{ state: 'done', result: 'skipped' }] });
    expect(entry?.steps[0]?.sentAt).toBeUndefined();
    expect(await bench.writes()).toEqual({ sent: 1, applied: 0 });
  });
});

describe('Cancel holds until the bytes leave', () => {
  it.each(['checking', 'sending'] as const)('nothing is sent when it comes while %s', async (at) => {
    const stop = new AbortController();
    const onProgress = ({ phase }: ProgressEvent): void => {
      if (phase === at) stop.abort();
    };
    const outcome = await bench.change([assign('701236', '10.0.10.11')], { onProgress }, stop.signal);
    expect(outcome).toMatchObject({ result: 'notApplied', cancelled: true, steps: [{ result: 'skipped' }] });
    expect((await bench.writes()).sent).toBe(0);
  });

  it('ends a look that gets no answer', async () => {
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    await bench.sandbox.clearRequests();
    await bench.sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'stall', ms: 60_000 }]);
    const stop = new AbortController();
    const running = applyPlan(plan, bench.deps(), stop.signal);
    await vi.waitFor(async () => expect(await calls()).toEqual(['read']));
    stop.abort();
    expect(await running).toMatchObject({ cancelled: true, steps: [{ result: 'skipped' }] });
    expect(await calls()).toEqual(['read']);
  });

  it('nothing is sent when it comes while the write waits for its turn', async () => {
    const stop = new AbortController();
    const slow = bench.client({ requestsPerSecond: 1 });
    const onProgress = ({ phase }: ProgressEvent): void => {
      if (phase === 'sending') setImmediate(() => stop.abort());
    };
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    const outcome = await applyPlan(plan, bench.deps({ api: slow, onProgress }), stop.signal);
    expect(outcome.steps).toMatchObject([{ result: 'skipped' }]);
    expect((await bench.writes()).sent).toBe(0);
  });
});

describe('one change per interface at a time', () => {
  async function openHolds(): Promise<InterfaceHolds> {
    const folder = await mkdtemp(path.join(tmpdir(), 'ncloud-ip-holds-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return createFileHolds({ folder, lookEveryMs: 5 });
  }
  const one = (no: string): IntentItem => ({ kind: 'assign', networkInterfaceNo: no, secondaryIps: [], count: 1 });

  it('of two commands at once with lost answers, no two claim the same address', async () => {
    const holds = await openHolds();
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'resetAfterApply', times: 2 }]);
    const plans = await Promise.all([bench.plan(one('701236')), bench.plan(one('701236'))]);
    const outcomes = await Promise.all(plans.map((plan) => bench.last(applyPlan(plan, bench.deps({ holds })))));
    expect(outcomes.map(({ result }) => result)).toEqual(['applied', 'applied']);
    const claimed = outcomes.flatMap(({ steps }) => steps.flatMap(({ chosen }) => chosen));
    expect(new Set(claimed).size).toBe(2);
    expect([...claimed].sort()).toEqual([...((await bench.held('701236')) ?? [])].sort());
  });

  it('says that it waits, and is canceled without a trace', async () => {
    const holds = await openHolds();
    const hold = await holds.hold(['701236'], () => undefined);
    const stop = new AbortController();
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    const outcome = await applyPlan(plan, bench.deps({ holds, onHeld: () => stop.abort() }), stop.signal);
    expect(outcome).toMatchObject({ cancelled: true, result: 'notApplied', steps: [{ result: 'skipped' }] });
    expect((await bench.writes()).sent).toBe(0);
    await hold?.release();
  });

  it('keeps an interface while its lost answer is read on, and lets the others go', async () => {
    const holds = await openHolds();
    await bench.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'reset' }]);
    const items = [assign('701236', '10.0.10.11'), assign('701240', '10.0.20.41')];
    const outcome = await bench.change(items, { holds, width: { doubtful: 1, all: 1 } });
    expect(outcome.looking).toBeDefined();
    const order: string[] = [];
    const other = holds.hold(['701240'], () => order.push('waits for 701240'));
    const same = holds.hold(['701236'], () => order.push('waits for 701236')).then(() => order.push('has 701236'));
    await other;
    await outcome.looking?.then(() => order.push('known'));
    await same;
    expect(order[0]).toBe('waits for 701236');
    expect(order).not.toContain('waits for 701240');
    expect(order).toContain('has 701236');
  });

  it('sends nothing when the holds cannot be kept', async () => {
    const holds: InterfaceHolds = { hold: () => Promise.reject(new Error('no space left')) };
    const plan = await bench.plan(assign('701236', '10.0.10.11'));
    expect(await applyPlan(plan, bench.deps({ holds }))).toMatchObject({ result: 'notApplied', journalFailed: true });
    expect((await bench.writes()).sent).toBe(0);
  });
});

describe('a change keeps what it was begun with', () => {
  it.each(['keysReplaced', 'profileRemoved', 'readOnly'] as const)(
    'and ends before its next step: %s',
    async (reason) => {
      let isGone = false;
      const onProgress = ({ phase }: ProgressEvent): void => void (isGone ||= phase === 'done');
      const items = [assign('701236', '10.0.10.60'), assign('701237', '10.0.10.61')];
      const outcome = await bench.change(items, {
        width: { doubtful: 1, all: 1 },
        onProgress,
        endReason: () => Promise.resolve(isGone ? reason : undefined),
      });
      expect(outcome).toMatchObject({ result: 'partly', ended: reason, cancelled: false });
      expect(outcome.steps.map(({ result }) => result)).toEqual(['applied', 'skipped']);
      expect(await bench.writes()).toEqual({ sent: 1, applied: 1 });
    },
  );
});
