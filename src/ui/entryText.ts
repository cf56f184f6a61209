import { l10n } from 'vscode';
import type { JournalEntry, StepRecord } from '../change/journalEntry';
import { failedItems } from '../plan/failedItems';
import { codeSpan } from '../text/code';
import { plain } from '../text/plain';
import { changeTitle, planTitle, sideText, stepText } from './changeText';
import { factList } from './factList';
import { momentText } from './timeText';
import { unexpectedSentences } from './unexpectedText';
import { whereText } from './whereText';

/** True when something of the change is applied and nobody took it back. */
export function canUndo({ state, undoneBy, steps }: JournalEntry): boolean {
  return (
    state === 'done' &&
    undoneBy === undefined &&
    steps.some(({ addresses }) => addresses.some(({ result }) => result === 'applied'))
  );
}

/** True when something of the change was not achieved, and nobody took the rest back: Retry Failed has something to do. */
export function canRetry(entry: JournalEntry): boolean {
  return entry.state === 'done' && entry.undoneBy === undefined && failedItems(entry).length > 0;
}

/** What became of a change, in a word or two. */
export function resultText({ state, result, undoneBy }: Pick<JournalEntry, 'state' | 'result' | 'undoneBy'>): string {
  if (undoneBy !== undefined) return l10n.t('undone');
  if (state === 'open' || result === undefined) return l10n.t('unfinished');
  return {
    applied: l10n.t('applied'),
    partly: l10n.t('partly applied'),
    notApplied: l10n.t('not applied'),
    unknown: l10n.t('not known'),
  }[result];
}

/** What a change was. */
export function entryTitle({ plan, undoes }: Pick<JournalEntry, 'plan' | 'undoes'>): string {
  return undoes === undefined ? planTitle(plan) : l10n.t('{0} (undo)', planTitle(plan));
}

/** A whole entry as Markdown: who, where, when, how long, both sides, each call with what became of it and its request id. */
export function entryDocument(entry: JournalEntry): string {
  const { profile, regionCode, startedAt, finishedAt, plan, steps } = entry;
  const seconds = finishedAt === undefined ? '–' : `${((finishedAt - startedAt) / 1000).toFixed(1)} s`;
  return [
    `# ${plain(entryTitle(entry))}`,
    '',
    factList([
      [l10n.t('Profile'), whereText({ profile, regionCode })],
      [l10n.t('Started'), momentText(startedAt)],
      [l10n.t('Duration'), seconds],
      [l10n.t('Outcome'), resultText(entry)],
      [
        l10n.t('Note'),
        entry.recovered ? l10n.t('found by reading after VS Code had stopped in the middle') : undefined,
      ],
      [l10n.t('Entry'), { markdown: codeSpan(entry.id) }],
    ]),
    '',
    ...plan.changes.flatMap((change) => [
      `## ${plain(changeTitle(change))}`,
      '',
      `- ${plain(l10n.t('before: {0}', sideText(change.before)))}`,
      `- ${plain(l10n.t('planned: {0}', sideText(change.after, change.chosenByService)))}`,
      '',
    ]),
    `## ${l10n.t('Calls')}`,
    '',
    ...steps.map((record) => callLine(record)),
    '',
  ].join('\n');
}

function callLine({ step, addresses, requestId, reconciled, error, result, unexpected = [] }: StepRecord): string {
  const notes = [
    result === 'skipped'
      ? l10n.t('not sent')
      : resultText({ state: result === undefined ? 'open' : 'done', ...(result && { result }) }),
    ...addresses.map(({ address, result: became }) => `${address} ${resultText({ state: 'done', result: became })}`),
    ...(reconciled ? [l10n.t('the answer was lost; this was found by reading')] : []),
    ...unexpectedSentences(unexpected, (networkInterfaceNo) => networkInterfaceNo),
    ...(error?.apiMessage ? [error.apiMessage] : []),
    ...(requestId === undefined ? [] : [l10n.t('request id {0}', requestId)]),
  ];
  return `${step.id}. ${codeSpan(stepText(step))}\n   ${notes.map((note) => plain(note)).join(' · ')}`;
}
