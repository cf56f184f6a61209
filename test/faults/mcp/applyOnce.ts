import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import { approveInTerminal, type McpBench } from '../../support/mcp';
import type { ToldPlan } from '../../support/approvedChange';
import type { CliBench } from '../../support/cli';
import type { Apply } from './steps';

/** Where a question is asked and answered. */
export interface Asking {
  readonly built: string;
  readonly bench: CliBench;
  readonly server: McpBench;
  /** Somebody changes what the plan is about. */
  readonly race: () => Promise<void>;
  /** The plan grows too old. */
  readonly age: () => void;
  /** Right before the person answers. */
  readonly onAnswer: () => Promise<void>;
}

/** What came of it. */
export interface Asked {
  readonly answers: readonly Record<string, unknown>[];
  readonly wasAsked: boolean;
  readonly saidYes: boolean;
  /** What the person read. */
  readonly shown: string;
}

/** The names that are typed for a yes. */
const names: Readonly<Record<string, string>> = {
  '701236': 'nic-701236',
  '701237': 'web-02-eth0',
  '701252': 'vip-holder',
};

/** What a person types for a yes to the plan. */
export function nameFor({ losers, interfaces }: Pick<ToldPlan, 'losers' | 'interfaces'>): string {
  const no = (losers[0] ?? interfaces[0])?.interface ?? 'none';
  const name = names[no];
  if (name === undefined) throw new Error(`nobody knows the name of interface ${no}`);
  return name;
}

/** Calls applyPlan as often as the step says, lets somebody answer what is asked, and waits for the answers to all calls. */
export async function applyOnce(
  { built, bench, server, race, age, onAnswer }: Asking,
  { person, times, meanwhile }: Apply,
  plan: ToldPlan,
  wanted: { readonly planId: string; readonly digest: string },
): Promise<Asked> {
  const stop = new AbortController();
  const calls = Array.from({ length: times }, () => server.call('applyPlan', wanted, { signal: stop.signal }));
  const state = { isOver: false };
  const over = Promise.allSettled(calls).finally(() => (state.isOver = true));
  const file = (kind: string): string =>
    path.join(bench.folder, 'state', 'ncloud-ip', 'approvals', `${wanted.planId}.${kind}`);
  while (!state.isOver && !fs.existsSync(file('question'))) await setTimeout(20);
  const wasAsked = !state.isOver;
  const approve = (...typed: string[]) => approveInTerminal(built, bench, wanted.planId, ...typed);
  const isLate = meanwhile === 'late';
  let shown = '';
  if (wasAsked) {
    if (meanwhile === 'foreign') await race();
    if (isLate) {
      age();
      await expect.poll(() => fs.existsSync(file('question')), { timeout: 15_000 }).toBe(false);
    }
    await onAnswer();
    if (person === 'y') await approve('y', 'yes', '');
    if (person === 'leaves') await approve('\u0003');
    if (person === 'withoutTerminal') expect(await bench.run('approve', wanted.planId)).toMatchObject({ code: 1 });
    if (person === 'forgedAnswer' && !isLate) {
      const { text } = JSON.parse(fs.readFileSync(file('question'), 'utf8')) as { readonly text: string };
      const forged = JSON.stringify({ ...(JSON.parse(text) as object), isYes: true });
      fs.writeFileSync(file('answer'), JSON.stringify({ text: forged, seal: '0'.repeat(64) }), { mode: 0o600 });
      await expect.poll(() => fs.existsSync(file('answer')), { timeout: 15_000 }).toBe(false);
    }
    if (person === 'cancelled') stop.abort();
    if (person === 'cancelled' || isLate) {
      await expect.poll(() => fs.existsSync(file('question')), { timeout: 15_000 }).toBe(false);
      // A yes after the question is gone is for nobody.
      expect((await approve(nameFor(plan))).stdout).toContain('No plan with this id waits');
    } else if (person !== 'y') shown = (await approve(person === 'yes' ? nameFor(plan) : '')).stdout;
  }
  const settled = await over;
  // Only what the host itself gave up has no answer.
  if (!(wasAsked && person === 'cancelled')) expect(settled.filter(({ status }) => status === 'rejected')).toEqual([]);
  const answers = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  return { answers, wasAsked, saidYes: wasAsked && !isLate && person === 'yes', shown };
}
