import { isSettling, maxSecondaryIps, type NetworkInterface } from './networkInterface';

/** What a filter may let through. Several together must all hold. */
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

/** True when the interface passes every filter; without filters all pass. */
export function passesFilters(networkInterface: NetworkInterface, filters: readonly FilterId[]): boolean {
  return filters.every((id) => passes[id](networkInterface));
}
