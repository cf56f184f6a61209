import type { Network } from '../model/network';
import type { GuestInput } from './guestFacts';

/** What changes inside one guest. To show how to add and how to remove an address, it is in both lists. */
export interface GuestChange {
  readonly networkInterfaceNo: string;
  readonly gains: readonly string[];
  readonly loses: readonly string[];
}

/** Joins a change with what the network knows of the interface; before or after the change makes no difference. */
export function guestInputOf(
  { networkInterfaceNo, gains, loses }: GuestChange,
  network: Network,
): GuestInput | undefined {
  const networkInterface = network.interface(networkInterfaceNo);
  if (!networkInterface) return undefined;
  const { deviceName, ip, secondaryIpList, subnetNo } = networkInterface;
  return {
    gains,
    loses,
    keeps: secondaryIpList.filter((address) => !gains.includes(address) && !loses.includes(address)),
    primary: ip,
    device: deviceName,
    prefix: network.range(subnetNo)?.prefix,
    systemHint: network.serverOf(networkInterface)?.platformType?.code,
  };
}
