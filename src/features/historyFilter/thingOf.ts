import type { Network } from '../../model/network';
import type { Thing } from '../../session/journal/historyFilter';
import type { Subject } from '../../tree/node';
import { interfaceTitle } from '../../words/interfaceTitle';
import { shownName } from '../../words/shownName';

/** What the history of a row is about; a primary address never changes, so its history is its interface's. Undefined when it is not in the network any more. */
export function thingOf(subject: Subject, network: Network, elsewhere: readonly string[]): Thing | undefined {
  const place = { regionCode: subject.scope.regionCode, elsewhere };
  if (subject.kind === 'server') {
    const { serverInstanceNo } = subject;
    const server = network.server(serverInstanceNo);
    if (!server) return undefined;
    const own = network.interfaces.filter((nic) => network.serverOf(nic) === server);
    const networkInterfaceNos = own.map(({ networkInterfaceNo }) => networkInterfaceNo);
    return { kind: 'server', serverInstanceNo, networkInterfaceNos, name: shownName(server.serverName), ...place };
  }
  const nic = 'networkInterfaceNo' in subject ? network.interface(subject.networkInterfaceNo) : undefined;
  if (!nic) return undefined;
  if (subject.kind === 'address' && subject.role === 'secondary') {
    const { address } = subject;
    return { kind: 'address', subnetNo: nic.subnetNo, address, name: shownName(address), ...place };
  }
  const { networkInterfaceNo } = nic;
  return { kind: 'interface', networkInterfaceNo, name: interfaceTitle(nic, network), ...place };
}
