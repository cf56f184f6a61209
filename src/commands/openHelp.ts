import { commands } from 'vscode';

/** As package.json makes it of publisher and name. */
const extensionId = 'ncloud-ip.ncloud-ip';

/** Open Settings: those of this extension, and no others. */
export async function openSettings(): Promise<void> {
  await commands.executeCommand('workbench.action.openSettings', `@ext:${extensionId}`);
}

/** Open Help: the page of this extension, with what it does and how. */
export async function openHelp(): Promise<void> {
  await commands.executeCommand('extension.open', extensionId);
}

/** Open Walkthrough: the first minutes, from a profile to the first undo. */
export async function openWalkthrough(): Promise<void> {
  await commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#firstMinutes`);
}
