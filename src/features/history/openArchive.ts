import path from 'node:path';
import { l10n, window } from 'vscode';
import { archiveDocument } from './archiveDocument';
import { documentPath } from '../../words/documentPath';
import type { CommandContext } from '../commandContext';
import { type Arguments } from '../readArguments';

/** Open Archive…: every change of an archive as one document, to read and search. By code: `{ file }`. */
export async function openArchive(
  { archive, documents, prompter }: Pick<CommandContext, 'archive' | 'documents' | 'prompter'>,
  { options }: Arguments,
): Promise<unknown> {
  const files = await archive.list();
  const named = options.file;
  // By code only what lies in the archive's own folder: another file may be anything, a device or a share of another machine.
  const file =
    files.find((one) => named !== undefined && path.basename(one) === path.basename(named)) ??
    (await chooseArchive(prompter, files));
  if (file === undefined) return undefined;
  const content = await archive.read(file);
  const name = path.basename(file, '.jsonl');
  await documents.open(documentPath(['archive', name], l10n.t('Archive: {0}', name)), archiveDocument(name, content));
  return { entries: content.entries.length, unreadable: content.unreadable };
}

/** One of the archive's own folder, or any other file, such as an export of another machine. */
async function chooseArchive(
  prompter: CommandContext['prompter'],
  files: readonly string[],
): Promise<string | undefined> {
  if (files.length > 0) {
    const answer = await prompter.pick<string | undefined>({
      title: l10n.t('Open Archive'),
      placeholder: l10n.t('Archived changes'),
      choices: [
        ...files.map((file) => ({ label: path.basename(file), value: file })),
        { label: l10n.t('Another file…'), value: undefined },
      ],
    });
    if (answer?.kind !== 'next' || answer.value !== undefined) return answer?.value;
  }
  const [picked] = (await window.showOpenDialog({ filters: { JSONL: ['jsonl'] } })) ?? [];
  return picked?.fsPath;
}
