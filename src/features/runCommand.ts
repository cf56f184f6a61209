import { commands } from 'vscode';
import type { CommandId } from '../contributions';
import { showError } from '../ui/showError';
import { isUserError } from '../ui/userError';
import type { Command, CommandContext } from './commandContext';
import { commandTable } from './commandTable';
import { readArguments } from './readArguments';
import { stackOf } from '../api/logger';

/** Runs a command and is the one place that catches what it throws. Callers by code get it too; answers that it cannot be called with, only they. */
export async function runCommand(
  context: CommandContext,
  id: CommandId,
  given: readonly unknown[],
  table: Readonly<Record<CommandId, Command>> = commandTable,
): Promise<unknown> {
  const args = readArguments(id, given);
  // What another window changed counts from here on.
  context.profiles.follow();
  try {
    return await table[id](context, args);
  } catch (error) {
    const level = isUserError(error) ? 'info' : 'error';
    context.log[level](`${id}: ${stackOf(error)}`);
    showError(error, () => void commands.executeCommand(id, ...given));
    if (args.isProgrammatic) throw error;
    return undefined;
  }
}
