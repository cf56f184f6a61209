import { topicOf } from '../ui/documentPath';
import type { CommandContext } from './commandContext';
import { textOption, type Arguments } from './readArguments';

/** The path of the document a command is for: of the title bar it was called from, of the option `path`, else of the active one. */
export function documentOf(
  { documents }: Pick<CommandContext, 'documents'>,
  { options }: Pick<Arguments, 'options'>,
): string | undefined {
  const path = textOption(options, 'path') ?? documents.active();
  return path !== undefined && topicOf(path) ? path : undefined;
}
