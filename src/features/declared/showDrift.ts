import { l10n } from 'vscode';
import { notify } from '../../ui/notify';
import { documentPath } from '../../words/documentPath';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';
import { checkFile } from './checkFile';
import { needDeclaredFile, shortName } from './declaredFiles';

/**
 * Show Drift: the file beside the same file as it would be with what is live, in VS Code's comparison. The right side is the
 * file itself: what is taken over from the left is accepted. By code the text with what is live is returned.
 */
export async function showDrift(context: CommandContext, { options, isProgrammatic }: Arguments): Promise<unknown> {
  const document = await needDeclaredFile(options.document);
  if (!document) return undefined;
  const { declared } = await import('../../declared/openDeclared');
  const text = document.getText();
  const { groups } = checkFile(text, context, declared);
  const edits = groups.flatMap(({ checked, network }) =>
    checked && network ? declared.liveEdits(checked, text, network).flatMap((one) => one.edits) : [],
  );
  const live = declared.edited(text, edits);
  if (isProgrammatic) return live;
  const name = shortName(document.uri);
  if (live === text) {
    const isRead = groups.some(({ checked }) => checked);
    void notify('info', isRead ? l10n.t('{0} is as the network is.', name) : l10n.t('The network is not loaded yet.'));
    return live;
  }
  const path = documentPath(['drift', document.uri.toString()], l10n.t('{0} · Live', name), 'yaml');
  await context.documents.compare(path, live, document.uri, l10n.t('{0}: live ↔ file', name));
  return live;
}
