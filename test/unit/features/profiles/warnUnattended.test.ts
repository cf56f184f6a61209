import { afterEach, describe, expect, it, vi } from 'vitest';
import { commands, window, workspace, type Memento } from 'vscode';
import { warnUnattended } from '../../../../src/features/profiles/warnUnattended';
import { memoryMemento } from '../../../support/memoryMemento';
import { withSettings } from '../../../support/withSettings';

type Changed = Parameters<typeof workspace.onDidChangeConfiguration>[0];

/** A window that starts with what is written in the settings; `write` changes them while it is open. */
async function open(names: unknown, state: Memento = memoryMemento()) {
  const write = async (written: unknown): Promise<void> => {
    withSettings({ allowUnattendedChanges: written });
    changed?.({ affectsConfiguration: (key) => key === 'ncloudIp.allowUnattendedChanges' });
    await new Promise((resolve) => setImmediate(resolve));
  };
  let changed: Changed | undefined;
  const warn = vi.spyOn(window, 'showWarningMessage');
  warn.mockClear();
  vi.spyOn(workspace, 'onDidChangeConfiguration').mockImplementation((listener) => {
    changed = listener;
    return { dispose: () => undefined };
  });
  withSettings({ allowUnattendedChanges: names });
  warnUnattended(state);
  await new Promise((resolve) => setImmediate(resolve));
  return { warn, write, state };
}
afterEach(() => void vi.restoreAllMocks());

describe('the warning of changes without a review', () => {
  it('comes when the setting names a first profile, and once', async () => {
    const { warn, write, state } = await open([]);
    expect(warn).not.toHaveBeenCalled();
    await write(['production']);
    await write(['production']);
    expect(warn).toHaveBeenCalledTimes(1);
    expect((await open(['production'], state)).warn).not.toHaveBeenCalled();
  });

  it('comes at the start when the setting was written while no window was open', async () => {
    const { warn } = await open(['production']);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('comes again for another profile, and after it was turned off and on', async () => {
    const { warn, write } = await open(['production']);
    await write(['production', 'staging']);
    await write([]);
    await write(['staging']);
    expect(warn).toHaveBeenCalledTimes(3);
  });

  it('does not come for a value that is not understood, nor show what is written there', async () => {
    const { warn, write } = await open('production');
    expect(warn).not.toHaveBeenCalled();
    await write(['[here](command:evil)']);
    expect(JSON.stringify(warn.mock.calls)).not.toContain('evil');
  });

  it('leads to the setting', async () => {
    vi.spyOn(window, 'showWarningMessage').mockResolvedValue('Open Settings' as never);
    const run = vi.spyOn(commands, 'executeCommand').mockResolvedValue(undefined);
    withSettings({ allowUnattendedChanges: ['production'] });
    warnUnattended(memoryMemento());
    await vi.waitFor(() =>
      expect(run).toHaveBeenCalledWith('workbench.action.openSettings', 'ncloudIp.allowUnattendedChanges'),
    );
  });
});
