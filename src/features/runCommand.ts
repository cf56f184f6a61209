import { commands } from 'vscode';
import type { CommandId } from '../contributions';
import { showError } from '../ui/showError';
import { isUserError } from '../ui/userError';
import type { Command, CommandContext } from './commandContext';
import { readArguments } from './readArguments';
import { commandTable } from './commandTable';

/** Runs a command and is the one place that catches what it throws. Callers by code get it too. */
export async function runCommand(
  context: CommandContext,
  id: CommandId,
  given: readonly unknown[],
  table: Readonly<Record<CommandId, Command>> = commandTable,
): Promise<unknown> {
  const args = readArguments(given);
  try {
    return await table[id](context, args);
  } catch (error) {
    const level = isUserError(error) ? 'info' : 'error';
    context.log[level](`${id}: ${error instanceof Error ? error.message : String(error)}`);
    showError(error, () => void commands.executeCommand(id, ...given));
    if (args.isProgrammatic) throw error;
    return undefined;
  }
}
