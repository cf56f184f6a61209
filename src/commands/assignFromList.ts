import { env, l10n, ThemeIcon, window } from 'vscode';
import type { Network } from '../model/network';
import { parseAssignments } from '../plan/parseAssignments';
import { createNamer } from '../ui/namer';
import { PlanRefused } from '../ui/planRefused';
import { withViewProgress } from '../ui/progress';
import type { CommandContext } from './commandContext';
import { needReading } from './needScope';
import { mayHavePassed } from './planFresh';
import { flagOption, textOption, type Arguments } from './readArguments';
import { runChange } from './runChange';
import { lineCount } from '../ui/countText';

/**
 * Assign from List…: lines of `networkInterface,address` (number, name or primary address) from the clipboard or the
 * editor become one plan. By code: `{ text, confirm: false }`.
 */
export async function assignFromList(context: CommandContext, args: Arguments): Promise<unknown> {
  const found = await needReading(context, args);
  if (!found) return undefined;
  const given = textOption(args.options, 'text');
  const text = given ?? (await askText(context, found.reading.network));
  if (text === undefined) return undefined;
  const { scope } = found;
  let { reading } = found;
  let { items, problems } = parseAssignments(text, reading.network);
  const isOld = mayHavePassed(
    context,
    reading,
    problems.map(({ problem }) => problem),
  );
  if (isOld) {
    // A name may be known by now: only the whole region tells.
    reading = await withViewProgress(() => context.networks.refresh(scope));
    ({ items, problems } = parseAssignments(text, reading.network));
  }
  if (problems.length > 0) {
    const name = createNamer(reading.network);
    throw new PlanRefused(
      problems.map(({ problem, line }) => ({ ...problem, line })),
      name,
    );
  }
  const confirm = flagOption(args.options, 'confirm');
  return runChange(context, { scope, reading, intent: { items }, confirm, isAttended: given === undefined });
}

/** Of a text that nobody has chosen yet only what was understood is told: the clipboard may hold a secret. */
async function askText({ prompter }: Pick<CommandContext, 'prompter'>, network: Network): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const edited =
    editor && (editor.selection.isEmpty ? editor.document.getText() : editor.document.getText(editor.selection));
  const sources = [
    { iconPath: new ThemeIcon('clippy'), label: l10n.t('From the clipboard'), text: await env.clipboard.readText() },
    ...(edited === undefined
      ? []
      : [{ iconPath: new ThemeIcon('file'), label: l10n.t('From the editor'), text: edited }]),
  ];
  const answer = await prompter.pick({
    title: l10n.t('Assign from List'),
    placeholder: l10n.t('One line each: interface,address. The interface is its number, name or primary address.'),
    choices: sources.map(({ label, text }) => ({
      value: text,
      label,
      description: lineCount(text.split('\n').filter((line) => line.trim() !== '').length),
      detail: l10n.t('Lines that can be read: {0}', parseAssignments(text, network).items.length),
    })),
  });
  return answer?.kind === 'next' ? answer.value : undefined;
}
