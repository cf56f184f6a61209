import type { CommandId } from '../../src/contributions';
import { commandTable } from '../../src/features/commandTable';

/** The id that a command is registered with. */
export function idOf(command: unknown): CommandId {
  const [id] = Object.entries(commandTable).find(([, run]) => run === command) ?? [];
  if (id === undefined) throw new Error('This is no command');
  return id as CommandId;
}
