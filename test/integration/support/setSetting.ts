import { ConfigurationTarget, workspace } from 'vscode';
import type { Settings } from '../../../src/contributions';

/** Sets one of our settings for the user; `undefined` goes back to the default. */
export async function setSetting<K extends keyof Settings>(key: K, value: Settings[K] | undefined): Promise<void> {
  await workspace.getConfiguration('ncloudIp').update(key, value, ConfigurationTarget.Global);
}
