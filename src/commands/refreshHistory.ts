import type { CommandContext } from './commandContext';

/**
 * Refresh History: reads the folder again, and every file that could not be read. A folder that cannot be read is a row above
 * what was read before.
 */
export async function refreshHistory({ history }: Pick<CommandContext, 'history'>): Promise<void> {
  await history.refresh().catch(() => undefined);
}
