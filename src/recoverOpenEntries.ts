import type { CommandContext } from './commands/commandContext';
export async function recoverOpenEntries(_context: CommandContext): Promise<void> {}
