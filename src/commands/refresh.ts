import { withViewProgress } from '../ui/progress';
import type { CommandContext } from './commandContext';
import { needScope } from './needScope';
import type { Arguments } from './readArguments';

/** Reads the region again. A failure is a node in the view, not a message: the last good network stays. */
export async function refresh(context: CommandContext, args: Arguments): Promise<unknown> {
  const scope = needScope(context, args);
  if (!scope) return undefined;
  return withViewProgress(() =>
    context.networks.refresh(scope).then(
      ({ readAt }) => ({ readAt }),
      (error: unknown) => {
        if (args.isProgrammatic) throw error;
        return undefined;
      },
    ),
  );
}
