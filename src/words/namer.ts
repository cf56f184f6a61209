import { l10n } from 'vscode';
import type { Network } from '../model/network';
import { interfaceTitle } from './interfaceTitle';
import { shownName } from './shownName';

/** Names an interface by number, the way people know it. */
export type Namer = (networkInterfaceNo: string) => string;

/** `web-01/eth0`, as everywhere; the bare number when the interface is not known. */
export function createNamer(network: Pick<Network, 'interface' | 'serverOf' | 'hasNamesake'>): Namer {
  return (no) => {
    const networkInterface = network.interface(no);
    return networkInterface ? interfaceTitle(networkInterface, network) : l10n.t('interface {0}', shownName(no));
  };
}
