import type { InterfaceChange, Plan, Problem } from '../plan/plan';
import type { Reading } from '../session/networkState';
import { answerOf } from './envelope';
import { bareOrMarked, markedData } from './foreign';
import { interfaceLabel } from './interfaceRow';
import { howManyFit } from './page';
import type { PlanSource } from './planFrom';
import { problemRepair } from './problemRepair';
import { countTokens, mostTokens } from './tokens';
import type { ToolCall } from './tool';
import { ToolRefused } from './toolRefused';

/** So many problems are told; who mends these asks again. */
const mostProblems = 20;

/** Keeps the plan for applyPlan and tells all of it. What is too long to be read whole is no proposal. */
export function planAnswer(call: ToolCall, reading: Reading, plan: Plan, source: PlanSource): object {
  const { deps, scope } = call;
  const body = {
    calls: plan.steps.length,
    interfaces: plan.changes.map(sidesOf),
    losers: plan.changes
      .filter(({ loses }) => loses.length > 0)
      .map(({ networkInterfaceNo, loses }) => ({
        interface: bareOrMarked(networkInterfaceNo),
        loses: loses.map(bareOrMarked),
      })),
    warnings: plan.warnings.map(markedData),
  };
  if (countTokens(JSON.stringify(answerOf(call, reading, body))) > mostTokens - 300)
    throw new ToolRefused('planTooLarge');
  const { planId, digest, validUntil } = deps.plans.propose(plan, source, scope);
  return answerOf(call, reading, { planId, digest, validUntil: new Date(validUntil).toISOString(), ...body });
}

/** What stands in the way of a plan, each with what to do about it. */
export function problemsAnswer(call: ToolCall, reading: Reading, problems: readonly Problem[]): object {
  const all = problems.slice(0, mostProblems).map((problem) => {
    const data =
      'networkInterfaceNos' in problem
        ? { ...problem, networkInterfaceNos: problem.networkInterfaceNos.slice(0, 10) }
        : problem;
    return { ...markedData(data), repair: problemRepair(problem) };
  });
  const told = all.slice(0, howManyFit(all));
  const more = problems.length - told.length;
  return answerOf(call, reading, { planId: null, problems: told, ...(more > 0 && { more }) });
}

function sidesOf(change: InterfaceChange): object {
  const { networkInterfaceNo, primary, before, after, gains, loses, chosenByService } = change;
  return {
    interface: bareOrMarked(networkInterfaceNo),
    name: interfaceLabel(change),
    primary: bareOrMarked(primary),
    before: before.map(bareOrMarked),
    after: after.map(bareOrMarked),
    gains: gains.map(bareOrMarked),
    loses: loses.map(bareOrMarked),
    ...(chosenByService > 0 && { chosenByService }),
  };
}
