import { l10n } from 'vscode';
import { outcomeOf, type EntryOutcome } from '../change/entryOutcome';
import type { JournalEntry, StepRecord } from '../change/journalEntry';
import type { Plan } from '../plan/plan';
import { codeSpan } from '../text/code';
import { plain } from '../text/plain';
import { planTitle, sideText, stepText } from './changeText';
import { interfaceName } from './interfaceTitle';
import { noLinks, linkTo, type LinkThing } from './documentLinks';
import { documentPath, type Topic } from './documentPath';
import { factList, type Markdown } from './factList';
import type { Namer } from './namer';
import { originText, planDigestText } from './change/originText';
import { shownName } from './shownName';
import { momentText } from './timeText';
import { unexpectedSentences } from './change/unexpectedText';
import { whereText } from './whereText';

/** What became of a change, in a word or two. */
export function resultText(entry: Parameters<typeof outcomeOf>[0]): string {
  return entryOutcomeText(outcomeOf(entry));
}

/** An outcome in the words that the History view has for it. */
export function entryOutcomeText(outcome: EntryOutcome): string {
  return {
    applied: l10n.t('applied'),
    partly: l10n.t('partly applied'),
    notApplied: l10n.t('not applied'),
    unknown: l10n.t('unknown'),
    undone: l10n.t('undone'),
    partlyUndone: l10n.t('partly undone'),
    unfinished: l10n.t('unfinished'),
    notKnownYet: l10n.t('not known yet'),
  }[outcome];
}

/** Where the {@link entryDocument} is found. */
export function entryPath({ id, plan }: JournalEntry): string {
  return documentPath(entryTopic(id), entryTitle(plan));
}

/** A link to the {@link entryDocument} of a change, with when it was and what became of it. */
export function entryLink(entry: JournalEntry): Markdown {
  const { id, plan, startedAt } = entry;
  const { markdown } = linkTo(entryTopic(id), entryTitle(plan), planTitle(plan));
  return { markdown: `${plain(momentText(startedAt))} · ${markdown} · ${plain(resultText(entry))}` };
}

const entryTopic = (id: string): Topic => ['entry', id];
const entryTitle = (plan: Plan): string => l10n.t('History: {0}', planTitle(plan));

/** A whole entry as Markdown: who, where, when, how long, both sides, each call with what became of it and its request id. */
export function entryDocument(entry: JournalEntry, link: LinkThing = noLinks): string {
  const { profile, regionCode, startedAt, finishedAt, plan, steps } = entry;
  const seconds = finishedAt === undefined ? '–' : `${((finishedAt - startedAt) / 1000).toFixed(1)} s`;
  return [
    `# ${plain(planTitle(plan))}`,
    '',
    factList([
      [l10n.t('Profile'), whereText({ profile, regionCode })],
      [l10n.t('Started'), momentText(startedAt)],
      [l10n.t('Duration'), seconds],
      [l10n.t('Outcome'), resultText(entry)],
      [
        l10n.t('Note'),
        entry.recovered ? l10n.t('determined afterwards, because VS Code stopped during the change') : undefined,
      ],
      [l10n.t('Undone so far'), entry.takenBack?.map((key) => key.slice(key.indexOf(' ') + 1)).join(', ')],
      [l10n.t('Undone by'), idText(entry.undoneBy)],
      [l10n.t('Retried by'), idText(entry.retriedBy)],
      [l10n.t('Asked by'), originText(entry.origin)],
      [l10n.t('Plan digest'), planDigestText(entry.origin)],
      [l10n.t('Entry ID'), idText(entry.id)],
    ]),
    '',
    ...plan.changes.flatMap((change) => [
      `## ${link('interface', change.networkInterfaceNo, interfaceName(change)).markdown}`,
      '',
      `- ${plain(l10n.t('before: {0}', sideText(change.before)))}`,
      `- ${plain(l10n.t('planned: {0}', sideText(change.after, change.chosenByService)))}`,
      '',
    ]),
    `## ${l10n.t('Calls')}`,
    '',
    ...steps.map((record) => callLine(record, nameIn(plan))),
    '',
  ].join('\n');
}

function idText(id: string | undefined): { readonly markdown: string } | undefined {
  return id === undefined ? undefined : { markdown: codeSpan(id) };
}

/** Names interfaces as they were when planned. */
function nameIn({ changes }: Plan): Namer {
  return (no) => {
    const change = changes.find(({ networkInterfaceNo }) => networkInterfaceNo === no);
    return change ? interfaceName(change) : l10n.t('interface {0}', shownName(no));
  };
}

function callLine(record: StepRecord, name: Namer): string {
  const { step, addresses, requestId, reconciled, error, result, unexpected = [] } = record;
  const notes = [
    result === 'skipped'
      ? l10n.t('not sent')
      : resultText({ state: result === undefined ? 'open' : 'done', ...(result && { result }) }),
    ...addresses.map(({ address, result: became }) => `${address} ${resultText({ state: 'done', result: became })}`),
    ...(reconciled ? [l10n.t('the response was lost; the result was read back')] : []),
    ...unexpectedSentences(unexpected, name),
    ...(error?.apiMessage ? [error.apiMessage] : []),
    ...(requestId === undefined ? [] : [l10n.t('request ID {0}', requestId)]),
  ];
  return `${step.id}. ${codeSpan(stepText(step))}\n   ${notes.map((note) => plain(note)).join(' · ')}`;
}
