import type { NetworkPart } from '../../session/readPart';
import type { Subject } from '../../tree/node';
import { withViewProgress } from '../../ui/progress';
import type { CommandContext } from '../commandContext';
import { needScope } from '../ask/needScope';
import type { Arguments } from '../readArguments';

type Context = Pick<CommandContext, 'readers' | 'networks' | 'profiles'>;

/** Refresh of a row: of a subnet, server or interface it reads their interfaces only, of any other the region. */
export async function refreshNode(context: Context, args: Arguments): Promise<unknown> {
  const scope = needScope(context, args);
  if (!scope) return undefined;
  const [subject] = args.subjects;
  return withViewProgress(async () => {
    if (subject && isPart(subject) && (await context.readers.refreshPart(scope, subject))) return;
    // A region that cannot be read is a node in the view, not a message.
    await context.networks.refresh(scope).catch(() => undefined);
  });
}

function isPart(subject: Subject): subject is Subject & NetworkPart {
  return ['subnet', 'server', 'interface', 'address'].includes(subject.kind);
}
