import { expect } from 'vitest';
import type { NcloudApi } from '../../../src/api/ncloudApi';
import { countTokens, mostTokens } from '../../../src/tools/tokens';
import type { ToolName } from '../../../src/tools/toolTable';
import { expectApproved, heldIn, type Held, type ToldPlan } from '../approvedChange';
import { openAssistant, uncancelled } from '../assistant';
import { openCampaignWindow, own } from './campaignWindow';
import { personAtWindow } from './personAtWindow';
import type { Apply, Step } from './steps';

/** What a campaign came to. */
export interface Figures {
  calls: number;
  asked: number;
  yes: number;
  changes: number;
  /** Changes among them in a sandbox that may be changed unasked. */
  unasked: number;
  /** How often each reason to refuse was given. */
  readonly refused: Record<string, number>;
}

/** Plays sequences; rejects where something happens that nobody said yes to. */
export interface ToolCampaign {
  readonly figures: Figures;
  readonly play: (steps: readonly Step[]) => Promise<void>;
}

/** A campaign in a window of its own. `tamper` alters the client that changes are sent with, which has to be noticed. */
export async function openToolCampaign(tamper: (api: NcloudApi) => NcloudApi = (api) => api): Promise<ToolCampaign> {
  const at = await openCampaignWindow(tamper);
  const { sandbox, clock, context } = at;
  const figures: Figures = { calls: 0, asked: 0, yes: 0, changes: 0, unasked: 0, refused: {} };

  async function play(steps: readonly Step[]): Promise<void> {
    await at.reset();
    const logged = at.log.lines.length;
    const plans: ToldPlan[] = [];
    const questions: string[] = [];
    let applying: Apply | undefined;
    let racing: Promise<void> | undefined;
    let heldBefore: Held = new Map();
    let cancel: () => void = () => undefined;
    const meanwhile: Readonly<Record<Apply['meanwhile'], () => Promise<void> | void>> = {
      nothing: () => undefined,
      race: () => undefined,
      cancel: () => cancel(),
      switch: () => at.toggle(),
      look: () => at.set({ assistants: 'look' }),
      readOnly: () => at.set({ protection: 'readOnly' }),
      own: () => at.changeOwn(),
      late: () => clock.pass(11 * 60_000),
      foreign: () => sandbox.change({ assign: { networkInterfaceNo: '701237', address: '10.0.10.30' } }),
    };
    const person = personAtWindow(
      clock.now,
      async () => {
        figures.asked++;
        await meanwhile[applying?.meanwhile ?? 'nothing']();
        heldBefore = await heldIn(sandbox, own);
      },
      () => {
        if (applying?.meanwhile === 'race') racing = at.changeOwn();
      },
    );
    person.focus(true);
    at.onSleep = (ms) => {
      const isBack = ms > 60_000 && person.isComing();
      if (isBack) person.focus(true);
      return isBack;
    };
    const assistant = await openAssistant({ ...context, prompter: person.prompter });
    const token = {
      ...uncancelled,
      onCancellationRequested: (listener: (e: unknown) => unknown) => {
        cancel = () => void listener(undefined);
        return { dispose: () => undefined };
      },
    };
    async function ask(name: ToolName, input: unknown): Promise<Record<string, unknown>> {
      figures.calls++;
      const answer = await assistant.ask(name, input, token);
      expect(answer.error).not.toBe('unexpected');
      if (typeof answer.error === 'string') figures.refused[answer.error] = (figures.refused[answer.error] ?? 0) + 1;
      const plan = answer as unknown as ToldPlan;
      if (typeof answer.planId === 'string' && !isAbout(plan, own)) plans.push(plan);
      return answer;
    }

    /** Calls applyPlan as the step says, and holds what came of it against what was said yes to. */
    async function apply(step: Apply): Promise<void> {
      const mayUnasked = at.active().site === 'sandbox' && at.active().assistants === 'apply';
      heldBefore = await heldIn(sandbox, own);
      const answers = await Promise.all(
        callsOf(step, plans).map(async (one) => ({ ...one, answer: await ask('applyPlan', one.wanted) })),
      );
      await racing;
      racing = undefined;
      const done = answers.filter(({ answer: { result, reason } }) => result !== undefined && reason !== 'declined');
      const writes = await at.writes();
      figures.yes += person.yes;
      figures.changes += Number(writes.length > 0);
      if (writes.length === 0 && done.length === 0) return;
      figures.unasked += Number(mayUnasked);
      // One question, one yes, one plan: a race does not make two changes of it.
      expect(done.length, 'plans that were carried out').toBe(1);
      expect(person.yes, 'yeses').toBe(mayUnasked ? 0 : 1);
      const [{ plan, answer }] = done as [(typeof done)[number]];
      if (!plan) throw new Error('a forged call was carried out');
      if (!mayUnasked)
        expect(
          person.shown.some((text) => isOf(text, plan)),
          'the plan was shown',
        ).toBe(true);
      const isWhole = answer.result === 'applied';
      const after = await heldIn(sandbox, own);
      expectApproved(plan, { before: heldBefore, after, writes, isWhole, but: own });
    }

    for (const one of steps) {
      applying = one.do === 'apply' ? one : undefined;
      person.turnsTo(applying);
      if (one.do === 'plan') await ask('planChange', { changes: one.changes });
      if (one.do === 'undo') await ask('planUndo', {});
      if (one.do === 'apply') await apply(one);
      if (one.do === 'foreign')
        await sandbox.change({ assign: { networkInterfaceNo: one.to, address: one.address } }).catch(() => undefined);
      if (one.do === 'own') await at.changeOwn();
      if (one.do === 'switch') await at.toggle();
      if (one.do === 'later') clock.pass(11 * 60_000);
      if (one.do === 'leave') person.focus(false);
      if (one.do === 'leave') clock.pass(one.seconds * 1_000);
      if (one.do === 'return') person.focus(true);
      if (one.do === 'set') await at.set({ assistants: one.assistants, protection: one.protection });
      if (one.do === 'garbage') await ask(one.name, one.input);
      if (one.do !== 'apply') expect(await at.writes(), `changes by ${one.do}`).toEqual([]);
      await sandbox.clearRequests();
      questions.push(...person.shown);
    }
    expect(person.askedNobody, 'questions while nobody was at the window').toBe(0);
    for (const text of assistant.answers) expect(countTokens(text)).toBeLessThanOrEqual(mostTokens);
    for (const text of [...assistant.answers, ...questions, ...at.log.lines.slice(logged)])
      for (const secret of [sandbox.accessKey, sandbox.secretKey])
        expect(text.includes(secret), 'a secret').toBe(false);
  }
  return { figures, play };
}

interface Wanted {
  /** Absent where the call is forged. */
  readonly plan: ToldPlan | undefined;
  readonly wanted: { readonly planId: string; readonly digest: string };
}

/** The calls of applyPlan of a step, mostly of the newest plan, with what goes on beside it. */
function callsOf({ which, forged, beside }: Apply, plans: readonly ToldPlan[]): readonly Wanted[] {
  const plan = plans.at(-1 - (Math.max(0, which - 3) % Math.max(1, plans.length)));
  const other = plans.find(({ digest }) => digest !== plan?.digest)?.digest ?? '1'.repeat(64);
  const planId = forged === 'id' ? `${String(plan?.planId)}x` : (plan?.planId ?? 'none');
  const digest = forged === 'digest' ? '0'.repeat(64) : forged === 'other' ? other : (plan?.digest ?? '2'.repeat(64));
  const first = { plan: forged === '' ? plan : undefined, wanted: { planId, digest } };
  const rival = beside === 'rival' ? plans.findLast((one) => one.planId !== planId) : undefined;
  return [first, ...(beside === 'twice' ? [first] : []), ...(rival ? [{ plan: rival, wanted: rival }] : [])].map(
    (one) => ({ ...one, wanted: { planId: one.wanted.planId, digest: one.wanted.digest } }),
  );
}

/** Whether a plan, such as one that takes the newest change back, moves what is the person's own. */
function isAbout({ interfaces }: ToldPlan, addresses: readonly string[]): boolean {
  return interfaces.some(({ gains, loses }) => [...gains, ...loses].some((one) => addresses.includes(one)));
}

/** Whether a question shows both sides of every interface of the plan, and of no other one. */
function isOf(text: string, { interfaces }: ToldPlan): boolean {
  const side = (list: readonly string[]): string => list.join(', ') || 'none';
  const wanted = interfaces.map(({ before, after }) => `before: ${side(before)}  →  after: ${side(after)}`);
  const lines = text.split('\n').filter((line) => line.startsWith('before: '));
  return lines.length === wanted.length && wanted.every((line) => lines.includes(line));
}
