import { env, l10n, ThemeIcon, window } from 'vscode';
import { listLanguage } from '../../contributions';
import type { AssignmentSheet } from '../../list/checkAssignments';
import type { Network } from '../../model/network';
import type { Reading } from '../../session/networkState';
import type { Scope } from '../../session/scope';
import { lineCount } from '../../words/countText';
import { createNamer } from '../../words/namer';
import { PlanRefused } from '../../words/planRefused';
import { withViewProgress } from '../../ui/progress';
import type { CommandContext } from '../commandContext';
import { needReading } from '../ask/needScope';
import { openList } from './openList';
import { mayHavePassed } from '../change/planFresh';
import { type Arguments } from '../readArguments';
import { runChange } from '../change/runChange';

/**
 * Assign from List…: opens a list to work on, with the lines of the clipboard or the editor when there are any. By code:
 * `{ text, confirm: false }`, and then all lines are good or none is sent.
 */
export async function assignFromList(context: CommandContext, args: Arguments): Promise<unknown> {
  const given = args.options.text;
  const found = await needReading(context, args);
  if (!found) return undefined;
  if (given === undefined) {
    const text = await askText(context, found.reading.network);
    if (text !== undefined) await openList(text);
    return undefined;
  }
  const { scope } = found;
  const { sheet, reading } = await checkFresh(context, found, given);
  if (sheet.problems.length > 0) {
    const name = createNamer(reading.network);
    throw new PlanRefused(
      sheet.problems.map(({ problem, line }) => ({ ...problem, line })),
      name,
    );
  }
  const inOrder = [...sheet.done, ...sheet.good].sort((a, b) => a.span.start - b.span.start);
  const items = inOrder.map(({ item }) => item);
  return runChange(context, { scope, reading, intent: { items }, confirm: args.options.confirm });
}

/** A list checked on the network; once more on the region as it is now, when a problem may be gone by then. */
export async function checkFresh(
  context: Pick<CommandContext, 'networks' | 'clock'>,
  { scope, reading }: { readonly scope: Scope; readonly reading: Reading },
  text: string,
): Promise<{ readonly sheet: AssignmentSheet; readonly reading: Reading }> {
  const { checkAssignments } = await import('../../list/checkAssignments');
  const sheet = checkAssignments(text, reading.network);
  const problems = sheet.problems.map(({ problem }) => problem);
  if (!mayHavePassed(context, reading, problems)) return { sheet, reading };
  // A name may be known by now: only the whole region tells.
  const fresh = await withViewProgress(() => context.networks.refresh(scope));
  return { sheet: checkAssignments(text, fresh.network), reading: fresh };
}

/**
 * The text to begin with: empty where neither the clipboard nor the editor has a line that can be read. Of a text that nobody
 * has chosen yet only what was understood is told: the clipboard may hold a secret.
 */
async function askText({ prompter }: Pick<CommandContext, 'prompter'>, network: Network): Promise<string | undefined> {
  const { checkAssignments } = await import('../../list/checkAssignments');
  const editor = window.activeTextEditor;
  const isList = editor?.document.languageId === listLanguage;
  const edited =
    editor &&
    (editor.selection.isEmpty && !isList ? editor.document.getText() : editor.document.getText(editor.selection));
  const sources = [
    { iconPath: new ThemeIcon('clippy'), label: l10n.t('From the clipboard'), text: await env.clipboard.readText() },
    { iconPath: new ThemeIcon('file'), label: l10n.t('From the editor'), text: edited ?? '' },
  ].flatMap(({ text, ...source }) => {
    const { good, done, problems } = checkAssignments(text, network);
    const entries = new Set(problems.flatMap(({ entry }) => entry ?? []));
    const readable = good.length + done.length + entries.size;
    const lines = text.split('\n').filter((line) => line.trim() !== '').length;
    const bad = new Set(problems.map(({ line }) => line)).size;
    const counts = [good.length, done.length, bad] as const;
    const detail = l10n.t('Ready to assign: {0}. Assigned already: {1}. With problems: {2}', ...counts);
    return readable > 0 ? [{ ...source, value: text, description: lineCount(lines), detail }] : [];
  });
  if (sources.length === 0) return '';
  const answer = await prompter.pick({
    title: l10n.t('Assign from List'),
    placeholder: l10n.t('Choose where the lines come from. They are checked before anything is assigned.'),
    choices: [...sources, { value: '', iconPath: new ThemeIcon('new-file'), label: l10n.t('Empty list') }],
  });
  return answer?.kind === 'next' ? answer.value : undefined;
}
