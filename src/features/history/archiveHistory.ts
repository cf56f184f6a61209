import { commands, l10n } from 'vscode';
import type { CommandId } from '../../contributions';
import { changeCount } from '../../words/countText';
import { notify } from '../../ui/notify';
import { UserError } from '../../ui/userError';
import { printable } from '../../text/printable';
import type { CommandContext } from '../commandContext';
import { type Arguments } from '../readArguments';

const dayMs = 24 * 60 * 60_000;

/**
 * Archive History Before…: moves older changes into one file that *Open Archive…* reads. Unfinished ones stay.
 * By code: `{ before: '2026-01-01' }`; a person says yes to it all the same, as what is archived cannot be undone any more.
 */
export async function archiveHistory(
  { archive, clock, prompter }: Pick<CommandContext, 'archive' | 'clock' | 'prompter'>,
  { options }: Arguments,
): Promise<unknown> {
  const given = options.before;
  const text = given ?? (await askDay(prompter, clock.now()));
  if (text === undefined) return undefined;
  const before = dayOf(text);
  if (before === undefined) throw new UserError(l10n.t('{0} is not a date like 2026-01-31.', printable(text, 20)));
  if (given !== undefined) {
    const message = l10n.t('Archive History Before');
    const detail = l10n.t(
      'Changes that began before this day are moved into one file. There they can be read, but not undone.',
    );
    if (!(await prompter.confirm({ message: `${message}: ${text.trim()}`, detail, yes: l10n.t('Archive') })))
      return undefined;
  }
  const moved = await archive.move(before);
  if (!moved) throw new UserError(l10n.t('No finished changes before {0}.', text));
  const open = l10n.t('Open Archive');
  const command: CommandId = 'ncloudIp.openArchive';
  const message = l10n.t('Archived {0} from before {1}.', changeCount(moved.entries), text);
  void notify('info', message, open).then((chosen) => {
    if (chosen === open) void commands.executeCommand(command, { file: moved.file });
  });
  return moved;
}

/** A day as it is typed; the proposal is three months ago. */
async function askDay(prompter: CommandContext['prompter'], now: number): Promise<string | undefined> {
  const answer = await prompter.input({
    title: l10n.t('Archive History Before'),
    prompt: l10n.t(
      'Changes that began before this day are moved into one file. There they can be read, but not undone.',
    ),
    value: new Date(now - 90 * dayMs).toISOString().slice(0, 10),
    validate: (text) => (dayOf(text) === undefined ? l10n.t('{0} is not a date like 2026-01-31.', text) : undefined),
  });
  return answer?.kind === 'next' ? answer.value : undefined;
}

/** The first moment of a day here; undefined when it is none. */
function dayOf(text: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  return date.getMonth() === Number(month) - 1 && date.getDate() === Number(day) ? date.getTime() : undefined;
}
