import * as v from 'valibot';
import { dropAbsent } from '../model/dropAbsent';
import type { Outcome } from '../change/outcome';
import type { JournalEntry } from '../change/journalEntry';
import { answerOf } from './envelope';
import { bareOrMarked, foreign } from './foreign';
import { planFrom, type PlanSource } from './planFrom';
import { planDigest } from '../plan/planDigest';
import type { Proposal } from './planStore';
import { defineTool, type ToolCall } from './tool';
import { ToolRefused } from './toolRefused';

/** Asks a person, who may say yes to a plan. */
export const applyPlanTool = defineTool({
  input: v.strictObject({
    planId: v.pipe(v.string(), v.maxLength(100)),
    digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  }),
  needs: 'propose',
  async run({ planId, digest }, call) {
    const { deps, scope, signal } = call;
    const proposal = deps.plans.spend(planId, digest, scope);
    if (typeof proposal === 'string') throw new ToolRefused(proposal);
    try {
      await deps.ready(proposal, signal);
      return await ask(proposal, call);
    } finally {
      deps.plans.done(proposal);
    }
  },
});

async function ask(proposal: Proposal, call: ToolCall): Promise<object> {
  const { deps, scope, signal } = call;
  const refuseInTime = (): void => {
    // Waiting and reading take time, in which somebody may switch to another profile or cancel.
    const because = signal.aborted ? 'cancelled' : deps.plans.refusal(proposal, deps.place());
    if (because) throw new ToolRefused(because);
  };
  refuseInTime();
  const reading = await deps.read(scope, 'now');
  const planned = planFrom(await renewed(call, proposal.source), reading.network, call);
  if (!planned.ok || planDigest(planned.plan) !== proposal.digest) throw new ToolRefused('stale');
  refuseInTime();
  const applied = await deps.apply(proposal, { intent: planned.intent, reading }, signal);
  if (applied.kind === 'refused') throw new ToolRefused(applied.why);
  const body = applied.kind === 'declined' ? declined : outcomeBody(applied.outcome);
  return answerOf(call, { readAt: deps.clock.now(), gaps: reading.gaps }, body);
}

const declined = {
  result: 'notApplied',
  reason: 'declined',
  repair:
    'The user did not approve. Nothing was sent. Ask them what they want instead; do not plan the same again unasked.',
};

/** An entry as it is now: somebody may have taken it back since. */
async function renewed({ deps }: ToolCall, source: PlanSource): Promise<PlanSource> {
  if (source.kind === 'intent') return source;
  const entry = (await deps.history()).find(({ id }: JournalEntry) => id === source.entry.id);
  if (!entry) throw new ToolRefused('stale');
  return { kind: 'undo', entry };
}

function outcomeBody({ result, steps, entry, cancelled, ended, stale, looking }: Outcome): object {
  return {
    result,
    ...dropAbsent({ entry, cancelled: cancelled || undefined, ended }),
    ...(stale && { stale: true, repair: 'The network changed before a call. The rest was not sent. Plan again.' }),
    ...(looking && {
      stillLooking: true,
      repair: 'An answer was lost and is being found by reading. Look with getHistory.',
    }),
    addresses: steps.flatMap(({ step, addresses, error }) =>
      addresses.map(({ address, result: became }) => ({
        address: bareOrMarked(address),
        interface: bareOrMarked(step.networkInterfaceNo),
        result: became,
        ...(error && {
          error: error.details.kind,
          ...(error.details.apiMessage && { said: foreign(error.details.apiMessage, 120) }),
        }),
      })),
    ),
  };
}
