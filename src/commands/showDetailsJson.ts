import type { CommandContext } from './commandContext';
import type { Arguments } from './readArguments';
import { showDetails } from './showDetails';

/** Show Details as JSON: the same, for programs and for people who read like them. By code: `{ networkInterfaceNo }`. */
export function showDetailsJson(context: CommandContext, args: Arguments): Promise<unknown> {
  return showDetails(context, { ...args, options: { ...args.options, format: 'json' } });
}
