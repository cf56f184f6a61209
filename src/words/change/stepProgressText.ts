import { l10n } from 'vscode';
import type { ProgressEvent } from '../../change/applyDeps';
import type { Step } from '../../plan/plan';
import type { Namer } from '../namer';

/** Where a change stands: `2/20 web-01: waiting until it is settled`. */
export function stepProgressText(step: Step, phase: ProgressEvent['phase'], total: number, name: Namer): string {
  const what = {
    checking: l10n.t('checking again'),
    sending: l10n.t('sending'),
    waiting: l10n.t('rejected for now, waiting'),
    settling: l10n.t('waiting for it to settle'),
    reconciling: l10n.t('the response was lost, finding out what happened'),
    unread: l10n.t('the result cannot be read now, trying again'),
    done: l10n.t('finished'),
  }[phase];
  // The title names the interface of a single step already.
  return total > 1 ? `${step.id}/${total} ${name(step.networkInterfaceNo)}: ${what}` : what;
}
