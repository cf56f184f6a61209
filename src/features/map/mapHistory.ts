import type { JournalEntry } from '../../change/journalEntry';
import type { MapChange, MapHistory } from '../../map/pastMap';
import { addressToNumber, isIpv4 } from '../../model/address';
import type { MapData } from '../../map/mapData';
import { transfersOf } from '../../plan/transfersOf';
import { interfaceName } from '../../words/interfaceTitle';
import { shownName } from '../../words/shownName';
import type { MapKey } from '../../map/messages';

/** A slider with more steps cannot be set to one of them. */
const mostChanges = 500;

/** What the entries of the history, newest first, say of a subnet: what is known to be applied, and nothing of another account. */
export function mapHistory(
  entries: readonly JournalEntry[],
  { profileId, regionCode, subnetNo }: MapKey,
  { first, size }: Pick<MapData, 'first' | 'size'>,
): MapHistory {
  const start = addressToNumber(first);
  const changes: MapChange[] = [];
  const names = new Map<string, MapHistory['names'][number]>();
  for (const entry of entries) {
    if (changes.length === mostChanges) break;
    if (entry.profile.id !== profileId || entry.regionCode !== regionCode || entry.state !== 'done') continue;
    const transfers = transfersOf(entry)
      .filter((transfer) => transfer.subnetNo === subnetNo && isIpv4(transfer.address))
      .map(({ address, from, to }) => ({ offset: addressToNumber(address) - start, from, to }))
      .filter(({ offset }) => offset >= 0 && offset < size);
    if (transfers.length === 0) continue;
    changes.push({ at: entry.finishedAt ?? entry.startedAt, transfers });
    for (const change of entry.plan.changes) {
      const { networkInterfaceNo, serverName = '' } = change;
      if (!names.has(networkInterfaceNo))
        names.set(networkInterfaceNo, {
          networkInterfaceNo,
          title: interfaceName(change),
          server: shownName(serverName),
        });
    }
  }
  return { changes: changes.reverse(), names: [...names.values()] };
}
