import type { CommandId } from '../../../src/contributions';
import { optionsOf } from '../../../src/features/commandOptions';
import { runCommand } from './runCommand';

/** Calls a command as code that wants no question: without a review where there is one, in a profile where one can be named. */
export function runByCode<T = unknown>(
  id: CommandId,
  profile: string,
  answers: Readonly<Record<string, unknown>> = {},
): Promise<T> {
  const taken = optionsOf[id] ?? [];
  const quiet = taken.includes('confirm') ? { confirm: false } : { interactive: false };
  return runCommand<T>(id, { ...(taken.includes('profile') && { profile }), ...answers, ...quiet });
}
