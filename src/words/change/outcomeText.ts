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
  const calls = byInterface(outcome.steps);
  const sentences =
    calls.length > mostSpelledOut
      ? summary(outcome.steps, calls, name)
      : calls.flatMap((some) => callSentences(some, name));
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

/** A message has room for so many interfaces; of more it gives the count, and the history has each one. */
const mostSpelledOut = 3;

/** Calls that one sentence tells of: what they did to one interface, in one direction. */
type Calls = readonly [StepOutcome, ...StepOutcome[]];

/** What nobody knows of a call is told by itself. */
function byInterface(steps: readonly StepOutcome[]): Calls[] {
  const groups = Map.groupBy(steps, ({ step: { networkInterfaceNo, action, id }, result }) =>
    [networkInterfaceNo, action, ...(result === 'unknown' ? [id] : [])].join(' '),
  );
  return [...groups.values()] as unknown as Calls[];
}

function summary(steps: readonly StepOutcome[], all: readonly Calls[], name: Namer): string[] {
  const interfaces = [...Map.groupBy(steps, ({ step }) => step.networkInterfaceNo).values()];
  const done = interfaces.filter((own) => own.every(({ result }) => result === 'applied')).length;
  const troubled = all.filter((calls) => calls.some(({ result }) => result !== 'applied' && result !== 'skipped'));
  return [
    l10n.t('{0} of {1} interfaces changed as planned.', done, interfaces.length),
    ...troubled.slice(0, 2).flatMap((calls) => callSentences(calls, name)),
    ...(troubled.length > 2 ? [l10n.t('See Details for {0} more with problems.', troubled.length - 2)] : []),
  ];
}

/** How it went, for the kind of message: all done, partly or unknown, nothing done. What somebody cancelled is no error. */
export function outcomeSeverity({ result, cancelled, steps }: Outcome): 'info' | 'warning' | 'error' {
  if (cancelled && steps.every((step) => step.result === 'skipped')) return 'info';
  return result === 'applied' ? 'info' : result === 'notApplied' ? 'error' : 'warning';
}

const skipped = ({ steps }: Outcome): number => steps.filter(({ result }) => result === 'skipped').length;

function callSentences(calls: Calls, name: Namer): string[] {
  const sent = calls.filter(({ result }) => result !== 'skipped');
  const [first, ...others] = sent;
  if (!first) return [];
  const outcome = others.reduce(joined, first);
  const { step, result, reconciled, settled, unexpected } = outcome;
  const who = name(step.networkInterfaceNo);
  const sentences = [resultSentence(outcome, who), ...unexpectedSentences(unexpected, name)];
  if (reconciled && result !== 'unknown') {
    sentences.push(l10n.t('The response was lost, so the result was read back. Nothing was sent twice.'));
  }
  sentences.push(...new Set(sent.flatMap(errorSentence)));
  // Of what could not be read nobody knows what it is doing.
  if (!settled && result !== 'notApplied' && result !== 'unknown') {
    sentences.push(l10n.t('{0} is still being configured.', who));
  }
  return sentences;
}

function errorSentence({ error, result, reconciled }: StepOutcome): string[] {
  if (!error || result === 'applied') return [];
  const { message, repair } = errorText(error);
  // A refusal's repair says that nothing was changed, which was said.
  return [reconciled || isApiError(error, 'refused') ? message : `${message} ${repair}`];
}

/** Two calls as if they were one. */
function joined(one: StepOutcome, other: StepOutcome): StepOutcome {
  return {
    ...one,
    step: {
      ...one.step,
      secondaryIps: [...one.step.secondaryIps, ...other.step.secondaryIps],
      count: one.step.count + other.step.count,
    },
    result: one.result === other.result ? one.result : 'partly',
    addresses: [...one.addresses, ...other.addresses],
    chosen: [...one.chosen, ...other.chosen],
    unexpected: [...one.unexpected, ...other.unexpected],
    reconciled: one.reconciled || other.reconciled,
    settled: one.settled && other.settled,
  };
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
