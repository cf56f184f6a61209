import { commands } from 'vscode';
import type { CommandId } from '../../../src/contributions';

/** Calls a command as another extension would: by its id, with its answers. */
export async function runCommand<T = unknown>(id: CommandId, ...args: readonly unknown[]): Promise<T> {
  return commands.executeCommand<T>(id, ...args);
}
