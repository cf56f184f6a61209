import { l10n } from 'vscode';
import type { Outcome } from '../../change/outcome';
import { transfersOf } from '../../plan/transfersOf';
import { interfacesText } from '../../words/changeText';
import { entryOutcomeText } from '../../words/entryText';
import { planShape } from '../../plan/planShape';

/**
 * A result in the few words a status bar has room for: `web-01/eth0 +1`, `web-01/eth0 −2`, `2 of 3 · web-01/eth0 · partly
 * applied`. What went otherwise than asked comes first.
 */
export function resultSummary(outcome: Outcome): string {
  const { plan, steps, result } = outcome;
  const { to, from } = planShape(plan);
  const who = interfacesText(to.length > 0 ? to : from);
  if (result === 'applied') {
    const transfers = transfersOf(outcome);
    const gained = transfers.filter((one) => one.to !== undefined).length;
    const lost = transfers.filter((one) => one.to === undefined).length;
    return [who, ...(gained > 0 ? [`+${gained}`] : []), ...(lost > 0 ? [`−${lost}`] : [])].join(' ');
  }
  const wanted = steps.reduce((sum, { step }) => sum + step.secondaryIps.length + step.count, 0);
  const done = steps.flatMap(({ addresses }) => addresses).filter((one) => one.result === 'applied').length;
  const word = entryOutcomeText(result);
  return [...(done > 0 ? [l10n.t('{0} of {1}', done, wanted)] : []), who, word].join(' · ');
}
