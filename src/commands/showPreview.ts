import type { CommandContext } from './commandContext';
import { documentOf } from './documentOf';
import type { Arguments } from './readArguments';

/** Show Preview: draws the document whose source is shown. The way back is VS Code's own. By code: `{ path }`. */
export async function showPreview(
  context: Pick<CommandContext, 'documents'>,
  args: Pick<Arguments, 'options'>,
): Promise<unknown> {
  const path = documentOf(context, args);
  if (path !== undefined) await context.documents.preview(path);
  return path;
}
