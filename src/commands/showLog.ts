import type { CommandContext } from './commandContext';

/** Opens the log channel: one line per request, nothing secret. */
export function showLog({ log }: Pick<CommandContext, 'log'>): Promise<unknown> {
  log.show();
  return Promise.resolve();
}
