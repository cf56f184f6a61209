import { addressToNumber, isIpv4, numberToAddress, reservedOffsets } from '../model/address';
import type { Network } from '../model/network';
import { isSettling, type NetworkInterface } from '../model/networkInterface';
import { mostAddresses, type DeclaredAddress, type MapData, type MapHolder } from './mapData';

/** Names an interface, in words of the user's language. */
export type DescribeHolder = (networkInterface: NetworkInterface) => Pick<MapHolder, 'title' | 'server' | 'status'>;

/**
 * The map of a subnet; undefined when the subnet or its range is unknown. `busy`: numbers of interfaces that are being
 * changed; `kept`: addresses that files reserve, and for what.
 */
export function readMap(
  network: Pick<Network, 'range' | 'interfacesOf'>,
  subnetNo: string,
  describe: DescribeHolder,
  busy: ReadonlyMap<string, number> = new Map(),
  kept: ReadonlyMap<string, string> = new Map(),
): MapData | undefined {
  const range = network.range(subnetNo);
  const size = range && 2 ** (32 - range.prefix);
  if (!range || !size || size > mostAddresses) return undefined;
  const first = addressToNumber(range.firstUsable) - reservedOffsets;
  const at = (offset: number): string => numberToAddress(first + offset);
  const ends = Array.from({ length: Math.min(size, reservedOffsets) }, (_, offset) => offset);
  const offsetOf = (address: string): number | undefined => {
    const offset = isIpv4(address) ? addressToNumber(address) - first : -1;
    return offset >= 0 && offset < size ? offset : undefined;
  };
  const declaredOf = ([address, what]: readonly [string, string]): DeclaredAddress[] => {
    const offset = offsetOf(address);
    return offset === undefined ? [] : [{ offset, what }];
  };
  const holderOf = (networkInterface: NetworkInterface): MapHolder => {
    const { networkInterfaceNo, ip, secondaryIpList } = networkInterface;
    const primary = offsetOf(ip);
    return {
      networkInterfaceNo,
      ...describe(networkInterface),
      isChanging: isSettling(networkInterface) || busy.has(networkInterfaceNo),
      ...(primary !== undefined && { primary }),
      secondaries: secondaryIpList.map(offsetOf).filter((offset) => offset !== undefined),
    };
  };
  return {
    cidr: range.cidr,
    first: at(0),
    size,
    reserved: [...new Set([...ends, size - 1])].filter((offset) => range.place(at(offset)) === 'reserved'),
    holders: network.interfacesOf(subnetNo).map(holderOf),
    ...(kept.size > 0 && { declared: [...kept].flatMap(declaredOf) }),
  };
}
