import { workspace } from 'vscode';
import type { Settings } from '../contributions';

/** A setting's value now. Defaults come from package.json, so none stand here. */
export function setting<K extends keyof Settings>(key: K): Settings[K] {
  const value = workspace.getConfiguration('ncloudIp').get<Settings[K]>(key);
  if (value === undefined) throw new Error(`ncloudIp.${key} has no default in package.json`);
  return value;
}
