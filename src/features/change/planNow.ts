import type { Outcome } from '../../change/outcome';
import type { Intent } from '../../plan/intent';
import type { Plan } from '../../plan/plan';
import { planDigest } from '../../plan/planDigest';
import type { Reading } from '../../session/networkState';
import type { Scope } from '../../session/scope';
import { createNamer } from '../../words/namer';
import { PlanRefused } from '../../words/planRefused';
import { withViewProgress } from '../../ui/progress';
import type { CommandContext } from '../commandContext';
import { planOn } from './planFresh';

/** What is wanted, whatever the region was like when it was asked for. */
interface Wanted {
  readonly scope: Scope;
  readonly intent: Intent;
  readonly intentOn?: (reading: Reading, done: readonly Outcome[]) => Intent;
  readonly done?: readonly Outcome[];
}

/** What is wanted, planned on a region as it is now. */
interface PlanNow {
  readonly reading: Reading;
  readonly intent: Intent;
  readonly result: ReturnType<typeof planOn>;
  readonly digest?: string;
}

/** What is wanted of the region as it is now, and the digest of its plan; undefined when it cannot be planned any more. */
export async function planNow(
  context: Pick<CommandContext, 'networks' | 'reservations'>,
  { scope, intentOn, done = [], ...wanted }: Wanted,
): Promise<PlanNow> {
  const reading = await withViewProgress(() => context.networks.refresh(scope));
  const intent = intentOn ? intentOn(reading, done) : wanted.intent;
  const result = planOn(context, { scope, reading, intent });
  return { reading, intent, result, ...(result.ok && { digest: planDigest(result.plan) }) };
}

/** Throws: the plan that was said yes to cannot be made any more. */
export function refuseOther(check: (plan: Plan) => void, { reading, result }: PlanNow): never {
  if (result.ok) check(result.plan);
  throw new PlanRefused(result.ok ? [] : result.problems, createNamer(reading.network));
}
