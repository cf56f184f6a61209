import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openApprovals, type Approvals } from '../../../../src/cli/approval/approvals';
import { askAtTerminal } from '../../../../src/cli/mcp/askAtTerminal';
import { planDigest } from '../../../../src/plan/planDigest';
import { createTemporaryFolder } from '../../../host/temporaryFolder.mjs';
import { buildPlan } from '../../../support/buildEntry';
import { steppingClock } from '../../../support/steppingClock';

const start = Date.UTC(2026, 0, 5, 9, 30);

describe('asking at a terminal', () => {
  const plan = buildPlan();
  let folder: string;
  let approvals: Approvals;
  let planId: string;
  beforeEach(async () => {
    folder = createTemporaryFolder('asking');
    approvals = await openApprovals(folder, () => start);
    planId = randomUUID();
  });
  const question = () => ({
    ...{ planId, plan, digest: planDigest(plan), profile: 'production', gatewayUrl: 'https://example.com' },
    ...{ regionCode: 'KR', askedAt: start, validUntil: start + 10_000 },
  });
  const leftovers = (): string[] => fs.readdirSync(path.join(folder, 'approvals')).filter((name) => name !== 'secret');
  const ask = (clock: ReturnType<typeof steppingClock>, signal = new AbortController().signal) => {
    const told = { waiting: 0, forged: 0 };
    const deps = { approvals, clock, onWaiting: () => told.waiting++, onForged: () => told.forged++ };
    return { told, answer: askAtTerminal(deps, question(), signal) };
  };
  const answerAt = (second: number, isYes: boolean) => async (now: number) => {
    if (now !== second) return;
    const asked = await approvals.find(planId);
    if (asked) await approvals.answer(asked, isYes);
  };

  it('has the answer of a person, and leaves nothing behind', async () => {
    for (const isYes of [true, false]) {
      expect(await ask(steppingClock(start, answerAt(3, isYes))).answer).toBe(isYes ? 'yes' : 'no');
      expect([await approvals.fateOf({ planId }), await approvals.fateOf({ planId })]).toEqual(['taken', 'gone']);
      expect(leftovers()).toEqual([]);
    }
  });

  it('ends with the plan, and takes a yes that comes after it for none', async () => {
    const { told, answer } = ask(steppingClock(start));
    expect(await answer).toBe('expired');
    expect(told.waiting).toBeGreaterThan(0);
    expect(await ask(steppingClock(start, answerAt(11, true))).answer).toBe('expired');
    expect(leftovers()).toEqual([]);
  });

  it('ends when the clock is set back: that makes no plan younger', async () => {
    let now = start;
    const clock = {
      now: () => now,
      sleep: () => {
        now = start - 60_000;
        return Promise.resolve();
      },
    };
    expect(await ask(clock).answer).toBe('expired');
  });

  it('ends when it is cancelled, also with an answer there', async () => {
    const stop = new AbortController();
    const clock = steppingClock(start, async (second) => {
      await answerAt(second, true)(second);
      stop.abort();
    });
    expect(await ask(clock, stop.signal).answer).toBe('cancelled');
    expect(leftovers()).toEqual([]);
  });

  it('takes no answer to another question about the same plan', async () => {
    const earlier = await approvals.ask(question());
    await approvals.answer(earlier, true);
    fs.renameSync(path.join(folder, 'approvals', `${planId}.answer`), path.join(folder, 'kept'));
    await approvals.close(earlier);
    const { told, answer } = ask(
      steppingClock(start, (second) => {
        if (second === 2)
          fs.copyFileSync(path.join(folder, 'kept'), path.join(folder, 'approvals', `${planId}.answer`));
      }),
    );
    expect(await answer).toBe('expired');
    expect(told.forged).toBeGreaterThan(0);
  });

  it('counts an answer for the server or for the person who takes it back, never for both', async () => {
    const asked = await approvals.ask(question());
    const take = () => approvals.takeAnswer(asked, () => expect.unreachable());
    await approvals.answer(asked, true);
    expect(await approvals.fateOf(asked)).toBe('waiting');
    expect(await approvals.withdraw(asked)).toBe('gone');
    expect(await take()).toBeUndefined();
    await approvals.answer(asked, true);
    expect(await take()).toBe(true);
    expect(await approvals.withdraw(asked)).toBe('taken');
    // The server's plan ended before it saw this one.
    await approvals.answer(asked, true);
    await approvals.close(asked);
    expect(await approvals.fateOf(asked)).toBe('gone');
    expect(leftovers()).toEqual([]);
  });
});
