import { ExtensionMode, type Memento } from 'vscode';
import { createProfileStore } from '../../session/profileStore';
import { newSandboxProfile, sandboxProfileId } from './sandboxProfile';

/**
 * `npm start` hands over a running sandbox: its profile is kept before the services are made. A view that asked for its rows
 * before that would stay empty: what tells it of another profile comes later. Never in an installed extension.
 */
export async function readyDevelopmentSandbox({
  extensionMode,
  globalState,
}: {
  readonly extensionMode: ExtensionMode;
  readonly globalState: Memento;
}): Promise<void> {
  if (extensionMode === ExtensionMode.Production || !process.env.NCLOUD_IP_DEV_SANDBOX) return;
  const profiles = createProfileStore(globalState);
  if (!profiles.get(sandboxProfileId)) await profiles.save(newSandboxProfile());
  profiles.dispose();
}
