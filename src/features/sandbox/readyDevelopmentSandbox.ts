import { ExtensionMode, type ExtensionContext } from 'vscode';
import type { CommandContext } from '../commandContext';
import { newSandboxProfile, sandboxProfileId } from './sandboxProfile';

/** `npm start` hands over a running sandbox: its profile is ready before anybody asks. Never in an installed extension. */
export async function readyDevelopmentSandbox(
  { extensionMode }: Pick<ExtensionContext, 'extensionMode'>,
  { profiles }: Pick<CommandContext, 'profiles'>,
): Promise<void> {
  if (extensionMode === ExtensionMode.Production || !process.env.NCLOUD_IP_DEV_SANDBOX) return;
  if (profiles.get(sandboxProfileId)) return;
  await profiles.save(newSandboxProfile());
}
