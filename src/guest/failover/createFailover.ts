import { isIpv4 } from '../../model/address';
import type { Network } from '../../model/network';
import { hasRoomFor } from '../../model/networkInterface';
import type { Failover, FailoverServer } from './failover';

/** What was chosen: the interfaces by number, the preferred one first. */
export interface FailoverChoice {
  readonly networkInterfaceNos: readonly string[];
  readonly addresses: readonly string[];
  readonly preempts: boolean;
}

const deviceName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$/;
const gateway = /^https?:\/\/[A-Za-z0-9.:[\]-]+(?:\/[A-Za-z0-9._/-]*)?$/;

/**
 * The failover of a choice, or undefined when something that would stand in a file or a command is not what it should be: an
 * odd name in an API answer cannot become a command. Fewer than two interfaces, or of several subnets, without a server or
 * without room for the addresses, are none either.
 */
export function createFailover(
  { networkInterfaceNos, addresses, preempts }: FailoverChoice,
  network: Network,
  name: (networkInterfaceNo: string) => string,
  gatewayUrl: string,
): Failover | undefined {
  const interfaces = [...new Set(networkInterfaceNos)].flatMap((no) => network.interface(no) ?? []);
  const [first] = interfaces;
  const range = first && network.range(first.subnetNo);
  const servers = interfaces.map(({ networkInterfaceNo, deviceName: device = 'eth0', ip }): FailoverServer => ({
    name: name(networkInterfaceNo),
    networkInterfaceNo,
    device,
    primary: ip,
  }));
  const isSafe =
    servers.length > 1 &&
    interfaces.every(({ subnetNo, instanceNo }) => subnetNo === first?.subnetNo && instanceNo !== undefined) &&
    interfaces.every((one) => hasRoomFor(one, addresses)) &&
    servers.every(
      (one) => /^\d+$/.test(one.networkInterfaceNo) && deviceName.test(one.device) && isIpv4(one.primary),
    ) &&
    addresses.length > 0 &&
    addresses.every(isIpv4) &&
    gateway.test(gatewayUrl) &&
    /^[A-Za-z0-9-]+$/.test(network.regionCode);
  if (!isSafe || !range) return undefined;
  const { prefix } = range;
  return { gatewayUrl, regionCode: network.regionCode, prefix, addresses, servers, preempts };
}
