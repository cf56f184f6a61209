import { passesFilters } from '../model/interfaceFilter';
import type { NetworkInterface } from '../model/networkInterface';
import type { TextMatches } from '../model/textFilter';
import { isFiltered, type Look } from '../session/lookStore';
import type { NetworkState, Reading, Scope } from '../session/networkStore';
import type { Drawing, Marks, Region } from './drawing';
import type { Subject } from './node';

/** What a look shows of a network. */
export interface Wanted {
  readonly look: Look;
  /** What the look's text leaves. */
  readonly found?: TextMatches | undefined;
  /** Shown in spite of the filter. */
  readonly exempt?: Subject | undefined;
}

/** A region as it is to be drawn. */
export function drawRegion(scope: Scope, state: NetworkState, wanted: Wanted, marks: Marks): Region {
  return { scope, state, drawing: 'last' in state ? ofReading(scope, state.last, wanted, marks) : undefined };
}

function ofReading(scope: Scope, { network, gaps }: Reading, { look, found, exempt }: Wanted, marks: Marks): Drawing {
  const isNarrowed = isFiltered(look);
  const exemptNic = exempt && 'networkInterfaceNo' in exempt ? exempt.networkInterfaceNo : undefined;
  const exemptSubnet = exempt?.kind === 'subnet' ? exempt.subnetNo : undefined;
  const isShown = (nic: NetworkInterface): boolean =>
    nic.networkInterfaceNo === exemptNic ||
    ((found?.interfaces.has(nic.networkInterfaceNo) ?? true) && passesFilters(nic, look.filters));
  // An empty subnet is looked for by its name as well.
  const isNamed = (subnetNo: string): boolean => look.filters.length === 0 && found?.subnets.has(subnetNo) === true;
  const isSubnetShown = (subnetNo: string): boolean =>
    !isNarrowed || subnetNo === exemptSubnet || network.interfacesOf(subnetNo).some(isShown) || isNamed(subnetNo);
  const hasSubnets = !gaps.some((gap) => gap.what === 'subnets' && 'error' in gap && gap.readAt === undefined);
  const shown = { look, exempt, isFiltered: isNarrowed, isShown, isSubnetShown };
  return { scope, network, gaps, hasSubnets, ...shown, ...marks };
}
