import { isSettling, maxSecondaryIps, type NetworkInterface } from './networkInterface';

/** What a filter may let through. */
export const filterIds = ['unattached', 'inUse', 'settling', 'nearlyFull', 'hasSecondary'] as const;
/** One of the filters above. */
export type FilterId = (typeof filterIds)[number];

/** `nearlyFull`: four or five of five. */
const passes: Readonly<Record<FilterId, (nic: NetworkInterface) => boolean>> = {
  unattached: (nic) => nic.networkInterfaceStatus.code === 'NOTUSED',
  inUse: (nic) => nic.networkInterfaceStatus.code === 'USED',
  settling: isSettling,
  nearlyFull: (nic) => nic.secondaryIpList.length >= maxSecondaryIps - 1,
  hasSecondary: (nic) => nic.secondaryIpList.length > 0,
};

/** An interface is in one of these at a time: several together are alternatives. */
const statuses: readonly FilterId[] = ['unattached', 'inUse', 'settling'];

/** Whether a filter is about the status. */
export function isStatusFilter(id: FilterId): boolean {
  return statuses.includes(id);
}

/** True when the interface has one of the statuses wanted, if any is, and passes every other filter; without filters all pass. */
export function passesFilters(networkInterface: NetworkInterface, filters: readonly FilterId[]): boolean {
  const wanted = filters.filter(isStatusFilter);
  const others = filters.filter((id) => !isStatusFilter(id));
  return (
    (wanted.length === 0 || wanted.some((id) => passes[id](networkInterface))) &&
    others.every((id) => passes[id](networkInterface))
  );
}
