import type { Network } from '../../model/network';
import type { DescribeHolder } from '../../map/readMap';
import { interfaceTitle } from '../../words/interfaceTitle';
import { shownName } from '../../words/shownName';
import { statusText } from '../../words/statusText';

/** Names interfaces for the map as they are named everywhere: printable, short, in the user's language. */
export function describeHolder(network: Network): DescribeHolder {
  return (networkInterface) => ({
    title: interfaceTitle(networkInterface, network),
    server: shownName(network.serverOf(networkInterface)?.serverName ?? ''),
    status: statusText(networkInterface),
  });
}
