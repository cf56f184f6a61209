import { l10n } from 'vscode';
import type { Outcome } from '../../change/outcome';
import { transfersOf } from '../../plan/transfersOf';
import { interfacesText } from '../../words/changeText';
import { entryOutcomeText } from '../../words/entryText';
import { planShape } from '../../plan/planShape';

/**
 * A result in the few words a status bar has room for: `web-01/eth0 +1`, `web-02/eth0 +1 · web-01/eth0 −1`, `2 of 3 · web-01/eth0 · partly
 * applied`. What went otherwise than asked comes first.
 */
export function resultSummary(outcome: Outcome): string {
  const { plan, steps, result } = outcome;
  const { to, from } = planShape(plan);
  const who = interfacesText(to.length > 0 ? to : from);
  if (result === 'applied') {
    const transfers = transfersOf(outcome);
    const gained = transfers.filter((one) => one.to !== undefined).length;
    const lost = transfers.filter((one) => one.to === undefined);
    const losers = plan.changes.filter((one) => lost.some(({ from }) => from === one.networkInterfaceNo));
    // What one gives up is not told of another one that gains.
    const whoLoses = losers.length > 0 ? interfacesText(losers) : who;
    const gains = gained > 0 ? `${who} +${gained}` : '';
    if (lost.length === 0) return gains || who;
    return gains === '' || whoLoses === who
      ? `${gains || whoLoses} −${lost.length}`
      : `${gains} · ${whoLoses} −${lost.length}`;
  }
  const wanted = steps.reduce((sum, { step }) => sum + step.secondaryIps.length + step.count, 0);
  const done = steps.flatMap(({ addresses }) => addresses).filter((one) => one.result === 'applied').length;
  const word = entryOutcomeText(result);
  return [...(done > 0 ? [l10n.t('{0} of {1}', done, wanted)] : []), who, word].join(' · ');
}
