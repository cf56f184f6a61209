import { seenAddresses } from './seenAddresses';
import type { Network } from './network';
import { isSettling } from './networkInterface';

/** Something an operator would want to look at. */
export type Finding =
  | { readonly kind: 'stuck'; readonly networkInterfaceNo: string; readonly minutes: number }
  | {
      readonly kind: 'crowded';
      readonly subnetNo: string;
      readonly used: number;
      readonly usable: number;
      readonly level: 80 | 90;
    }
  | { readonly kind: 'orphan'; readonly networkInterfaceNo: string; readonly secondaryIps: number };

const stuckMs = 5 * 60_000;

/**
 * Interfaces SET or UNSET for over five minutes (NAVER's Terraform provider gives up then), subnets over 80 or 90 % seen in
 * use, unattached interfaces that hold secondary IPs. `settlingSince` is epoch ms by interface number.
 */
export function findingsOf(network: Network, settlingSince: ReadonlyMap<string, number>, now: number): Finding[] {
  const findings: Finding[] = [];
  for (const networkInterface of network.interfaces) {
    const { networkInterfaceNo, secondaryIpList, networkInterfaceStatus } = networkInterface;
    const waited = now - (settlingSince.get(networkInterfaceNo) ?? now);
    if (isSettling(networkInterface) && waited > stuckMs) {
      findings.push({ kind: 'stuck', networkInterfaceNo, minutes: Math.floor(waited / 60_000) });
    }
    if (networkInterfaceStatus.code === 'NOTUSED' && secondaryIpList.length > 0) {
      findings.push({ kind: 'orphan', networkInterfaceNo, secondaryIps: secondaryIpList.length });
    }
  }
  for (const { subnetNo } of network.subnets) {
    const usable = network.range(subnetNo)?.usableCount ?? 0;
    const used = seenAddresses(network, subnetNo).size;
    const percent = usable === 0 ? 0 : Math.floor((100 * used) / usable);
    if (percent > 80) findings.push({ kind: 'crowded', subnetNo, used, usable, level: percent > 90 ? 90 : 80 });
  }
  return findings;
}
