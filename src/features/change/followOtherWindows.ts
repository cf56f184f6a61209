import type { Disposable } from 'vscode';
import type { JournalEntry } from '../../change/journalEntry';
import type { Network } from '../../model/network';
import type { InterfaceAddresses } from '../../plan/verifyStep';
import type { NetworkState } from '../../session/networkState';
import { scopeKey, type Scope } from '../../session/scope';
import type { CommandContext } from '../commandContext';
import { stackOf } from '../../api/logger';

type Context = Pick<CommandContext, 'history' | 'networks' | 'profiles' | 'readers' | 'clock' | 'log'>;

/** A change that came to its end, and where it was made. */
interface Ended {
  readonly entry: JournalEntry;
  readonly scope: Scope;
}

/** Of one call; where another window changed more, the region is read instead. */
const mostNumbers = 50;

/**
 * Reads the interfaces that another window changed, where this one has loaded their region: its tree, maps and marks would go on
 * telling what was. What this window did itself is on its rows already, so nothing is read for it.
 */
export function followOtherWindows(context: Context): Disposable {
  const { history, profiles, clock, log } = context;
  const since = clock.now();
  const seen = new Set<string>();
  const follow = async (): Promise<void> => {
    const ended = (await history.list()).filter(
      ({ id, state, finishedAt = 0 }) => state === 'done' && finishedAt >= since && !seen.has(id),
    );
    for (const { id } of ended) seen.add(id);
    const here = ended.flatMap((entry) => {
      const profile = profiles.get(entry.profile.id);
      return profile ? [{ entry, scope: { profile, regionCode: entry.regionCode } }] : [];
    });
    const regions = [...Map.groupBy(here, ({ scope }) => scopeKey(scope)).values()];
    await Promise.all(regions.map((changes) => readChanged(context, changes)));
  };
  return history.onDidChange(() => {
    follow().catch((error: unknown) => log.warn(`what another window changed could not be read: ${stackOf(error)}`));
  });
}

/** All of one region. */
async function readChanged(context: Context, changes: readonly Ended[]): Promise<void> {
  const { networks, readers } = context;
  const [first] = changes;
  if (!first) return;
  const { scope } = first;
  // A reading under way may have begun before the change ended.
  if (networks.state(scope).kind === 'loading') await networks.load(scope).catch(() => undefined);
  const stale = staleInterfaces(networks.state(scope), changes);
  if (stale.length === 0) return;
  if (stale.length > mostNumbers) {
    await networks.refresh(scope);
    return;
  }
  const reader = await readers.open(scope);
  reader.follow(await reader.interfaces([{ networkInterfaceNoList: stale }]));
}

/** Those that hold something else here than they held at the end of their change. */
function staleInterfaces({ last }: NetworkState, changes: readonly Ended[]): readonly string[] {
  if (!last) return [];
  const differing = changes
    .flatMap(({ entry }) => entry.steps.flatMap(({ after = [] }) => after))
    .filter((after) => isOther(last.network, after))
    .map(({ networkInterfaceNo }) => networkInterfaceNo);
  return [...new Set(differing)];
}

function isOther(network: Network, { networkInterfaceNo, secondaryIpList }: InterfaceAddresses): boolean {
  const shown = network.interface(networkInterfaceNo)?.secondaryIpList;
  return (
    shown !== undefined &&
    (shown.length !== secondaryIpList.length || shown.some((address) => !secondaryIpList.includes(address)))
  );
}
