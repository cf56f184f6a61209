import type { Network } from '../../model/network';
import { interfaceTitle } from '../../words/interfaceTitle';

/** A wizard's title once its interface is known: `Assign Secondary IPs · web-01/eth0`. */
export function titleFor(
  network: Network,
  { networkInterfaceNo = '' }: { readonly networkInterfaceNo?: string },
  title: string,
): string {
  const nic = network.interface(networkInterfaceNo);
  return nic ? `${title} · ${interfaceTitle(nic, network)}` : title;
}
