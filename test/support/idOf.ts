import type { CommandId } from '../../src/contributions';
import type { Command } from '../../src/features/commandContext';
import { commandTable } from '../../src/features/commandTable';

/** The id that a command is registered with. */
export function idOf(command: Command | undefined): CommandId {
  const [id] = Object.entries(commandTable).find(([, run]) => run === command) ?? [];
  if (id === undefined) throw new Error('This is no command');
  return id as CommandId;
}
