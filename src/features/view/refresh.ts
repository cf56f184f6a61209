import { withViewProgress } from '../../ui/progress';
import type { CommandContext } from '../commandContext';
import { needScope } from '../ask/needScope';
import { type Arguments } from '../readArguments';

type Context = Pick<CommandContext, 'networks' | 'profiles' | 'scopes'>;

/**
 * Reads every region shown again, or the one of the options. A region that cannot be read is a node in the view, not a
 * message: the last good network stays. By code: `{ profile, regionCode, interactive: false }`.
 */
export async function refresh({ networks, profiles, scopes }: Context, args: Arguments): Promise<unknown> {
  // The button of the view hands over the row that has the focus, wherever that is; it is not what is meant.
  const scope = needScope({ profiles }, { ...args, subjects: [] });
  if (!scope) return undefined;
  if (args.isProgrammatic) {
    const { readAt } = await withViewProgress(() => networks.refresh(scope));
    return { readAt };
  }
  const { profile, regionCode } = args.options;
  const wanted = profile === undefined && regionCode === undefined ? scopes.shown() : [scope];
  await withViewProgress(() => Promise.allSettled(wanted.map((one) => networks.refresh(one))));
  return undefined;
}
