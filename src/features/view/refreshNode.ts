import { readPart, type NetworkPart } from '../../session/readPart';
import type { Scope } from '../../session/networkStore';
import type { Subject } from '../../tree/node';
import { withViewProgress } from '../../ui/progress';
import type { CommandContext } from '../commandContext';
import { needScope } from '../ask/needScope';
import type { Arguments } from '../readArguments';

type Context = Pick<CommandContext, 'apis' | 'networks' | 'profiles'>;

/** Refresh of a row: of a subnet, server or interface it reads their interfaces only, of any other the region. */
export async function refreshNode(context: Context, args: Arguments): Promise<unknown> {
  const scope = needScope(context, args);
  if (!scope) return undefined;
  const [subject] = args.subjects;
  return withViewProgress(async () => {
    if (subject && isPart(subject) && (await refreshPart(context, scope, subject))) return;
    // A region that cannot be read is a node in the view, not a message.
    await context.networks.refresh(scope).catch(() => undefined);
  });
}

function isPart(subject: Subject): subject is Subject & NetworkPart {
  return ['subnet', 'server', 'interface', 'address'].includes(subject.kind);
}

/** False when only the whole region tells how things are. */
async function refreshPart({ apis, networks }: Context, scope: Scope, part: NetworkPart): Promise<boolean> {
  const state = networks.state(scope);
  if (state.kind !== 'loaded') return false;
  const follow = networks.following(scope);
  const api = await apis.get(scope.profile);
  const fresh = await readPart(api, part, state.last.network);
  // What came in meanwhile, e.g. from a change, may be newer than this answer.
  const isNewest = networks.state(scope) === state;
  if (!fresh || !isNewest) return false;
  follow(fresh);
  return true;
}
