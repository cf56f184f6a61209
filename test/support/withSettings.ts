import { onTestFinished, vi } from 'vitest';
import { workspace } from 'vscode';

/**
 * What the user wrote into settings.json, whatever it is, in place of what was written before; ends with the test. Settings
 * that are not named have their default.
 */
export function withSettings(written: Readonly<Record<string, unknown>>): void {
  const { getConfiguration } = workspace;
  if (vi.isMockFunction(getConfiguration)) getConfiguration.mockRestore();
  const read = workspace.getConfiguration.bind(workspace);
  const spy = vi.spyOn(workspace, 'getConfiguration').mockImplementation((section) => {
    const defaults = read(section);
    const get = (key: string, otherwise?: unknown): unknown =>
      section === 'ncloudIp' && key in written ? written[key] : defaults.get(key, otherwise);
    return { ...defaults, get } as never;
  });
  onTestFinished(() => spy.mockRestore());
}
