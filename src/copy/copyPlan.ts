import type { Plan } from '../plan/plan';
import { stepCall } from './apiCall';
import { cliLine } from './cliLine';
import { curlLine } from './curlLine';

/** The calls of a plan to run elsewhere, in the plan's order: each one waits until the interface before is settled. */
export function copyPlan(
  { steps, regionCode }: Pick<Plan, 'steps' | 'regionCode'>,
  form: { readonly kind: 'cli' } | { readonly kind: 'curl'; readonly gatewayUrl: string },
): string {
  const calls = steps.map((step) => stepCall(step, regionCode));
  return calls.map((call) => (form.kind === 'cli' ? cliLine(call) : curlLine(call, form.gatewayUrl))).join('\n');
}
