import { workspace } from 'vscode';
import type { Settings } from '../contributions';

/** A setting's value now. Defaults come from package.json, so none stand here. */
export function setting<K extends keyof Settings>(key: K): Settings[K] {
  return workspace.getConfiguration('ncloudIp').get(key) as Settings[K];
}
