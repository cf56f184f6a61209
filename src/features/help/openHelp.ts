import { commands, extensions, Uri } from 'vscode';
import type { CommandContext } from '../commandContext';

/** As package.json makes it of publisher and name. */
const extensionId = 'ncloud-ip.ncloud-ip';

/** Open Settings: those of this extension, and no others. */
export async function openSettings(): Promise<void> {
  await commands.executeCommand('workbench.action.openSettings', `@ext:${extensionId}`);
}

/** Open Help: the README that came with this extension, so that it needs no network; as text where nothing draws Markdown. */
export async function openHelp(): Promise<void> {
  const extension = extensions.getExtension(extensionId);
  if (!extension) return;
  const readme = Uri.joinPath(extension.extensionUri, 'README.md');
  try {
    await commands.executeCommand('markdown.showPreview', readme);
  } catch {
    await commands.executeCommand('vscode.open', readme);
  }
}

/** Open Walkthrough: the first minutes, from a profile to the first undo. */
export async function openWalkthrough(): Promise<void> {
  await commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#firstMinutes`);
}

/** Opens the log channel: one line per request, nothing secret. */
export function showLog({ log }: Pick<CommandContext, 'log'>): Promise<unknown> {
  log.show();
  return Promise.resolve();
}
