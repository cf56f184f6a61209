import { l10n } from 'vscode';
import { stepActions } from '../../plan/stepActions';
import { isApiError } from '../../api/apiError';
import { troubleOf } from '../../change/journalTrouble';
import type { Outcome, StepOutcome } from '../../change/outcome';
import { sortAddresses } from '../../model/address';
import { sideText } from '../changeText';
import { errorText } from '../errorText';
import { journalTroubleText } from '../journalTroubleText';
import type { Namer } from '../namer';
import { shownNames } from '../shownName';
import { unexpectedSentences } from './unexpectedText';
import { endReasonText, unknownText } from './unknownText';

/** What became of a change, in a sentence or a few: what is, not what was asked for. */
export function outcomeText(outcome: Outcome, name: Namer): string {
  const sentences = outcome.steps.length > mostSpelledOut ? summary(outcome, name) : spelledOut(outcome.steps, name);
  if (outcome.cancelled)
    sentences.push(l10n.t('Canceled. Steps not sent: {0} of {1}.', skipped(outcome), outcome.steps.length));
  if (outcome.ended) sentences.push(endReasonText(outcome.ended));
  if (outcome.stale)
    sentences.push(l10n.t('The network was changed in the meantime, so nothing more was sent. Review the new plan.'));
  if (outcome.journalFailed) {
    const trouble = troubleOf(outcome.journalError) ?? 'failed';
    sentences.push(journalTroubleText(trouble), l10n.t('Nothing more was sent.'));
  }
  return sentences.join(' ');
}

/** A message has room for so many steps; of more it gives the count, and the history has each one. */
const mostSpelledOut = 3;

function spelledOut(steps: readonly StepOutcome[], name: Namer): string[] {
  return steps.flatMap((step) => stepSentences(step, name));
}

function summary({ steps }: Outcome, name: Namer): string[] {
  const done = steps.filter(({ result }) => result === 'applied').length;
  const troubled = steps.filter(({ result }) => result !== 'applied' && result !== 'skipped');
  return [
    l10n.t('{0} of {1} interfaces changed as planned.', done, steps.length),
    ...spelledOut(troubled.slice(0, 2), name),
    ...(troubled.length > 2 ? [l10n.t('See Details for {0} more with problems.', troubled.length - 2)] : []),
  ];
}

/** How it went, for the kind of message: all done, partly or unknown, nothing done. */
export function outcomeSeverity({ result }: Outcome): 'info' | 'warning' | 'error' {
  return result === 'applied' ? 'info' : result === 'notApplied' ? 'error' : 'warning';
}

const skipped = ({ steps }: Outcome): number => steps.filter(({ result }) => result === 'skipped').length;

function stepSentences(outcome: StepOutcome, name: Namer): string[] {
  const { step, result, reconciled, settled, error, unexpected } = outcome;
  if (result === 'skipped') return [];
  const who = name(step.networkInterfaceNo);
  const sentences = [resultSentence(outcome, who), ...unexpectedSentences(unexpected, name)];
  if (reconciled && result !== 'unknown') {
    sentences.push(l10n.t('The response was lost, so the result was read back. Nothing was sent twice.'));
  }
  if (error && result !== 'applied') {
    const { message, repair } = errorText(error);
    // A refusal's repair says that nothing was changed, which was said.
    sentences.push(reconciled || isApiError(error, 'refused') ? message : `${message} ${repair}`);
  }
  // Of what could not be read nobody knows what it is doing.
  if (!settled && result !== 'notApplied' && result !== 'unknown') {
    sentences.push(l10n.t('{0} is still being configured.', who));
  }
  return sentences;
}

function resultSentence(outcome: StepOutcome, who: string): string {
  const { step, result, addresses, chosen } = outcome;
  const listed = addresses.filter((address) => address.result === 'applied').map(({ address }) => address);
  const done = shownNames(sortAddresses([...new Set([...listed, ...chosen])]));
  const notThere = addresses.filter((address) => address.result !== 'applied').map(({ address }) => address);
  // Behind the listed addresses stand those the service chose; of some it may never have said which.
  const unnamed = Math.max(0, step.secondaryIps.length + step.count - addresses.length);
  const missing = sideText(sortAddresses(notThere), unnamed);
  const gives = stepActions[step.action].gives;
  switch (result) {
    case 'applied':
      return gives ? l10n.t('{0} now has {1}.', who, done) : l10n.t('{0} no longer has {1}.', who, done);
    case 'partly':
      return gives
        ? l10n.t('{0} now has {1}, but not {2}.', who, done, missing)
        : l10n.t('{0} no longer has {1}, but still has {2}.', who, done, missing);
    case 'notApplied':
      return l10n.t('Nothing was changed on {0}.', who);
    case 'unknown':
      return [
        ...(listed.length > 0 && gives ? [l10n.t('{0} now has {1}.', who, done)] : []),
        unknownText(outcome, who),
      ].join(' ');
    case 'skipped':
      return '';
  }
}
