import { passesFilters } from '../model/interfaceFilter';
import type { NetworkInterface } from '../model/networkInterface';
import type { TextMatches } from '../model/textFilter';
import { isFiltered, type DisplayOptions } from '../session/displayStore';
import type { NetworkState } from '../session/networkState';
import type { Preview } from '../session/readings/keptReadings';
import type { Scope } from '../session/scope';
import type { Drawing, Marks, Region } from './drawing';
import type { Subject } from './node';

/** What the display options leave of a network. */
export interface Wanted {
  readonly display: DisplayOptions;
  /** What the text filter leaves. */
  readonly found?: TextMatches | undefined;
  /** Shown in spite of the filter. */
  readonly exempt?: Subject | undefined;
}

/** A region as it is to be drawn; `preview` stands in for a reading as long as there is none. */
export function drawRegion(scope: Scope, state: NetworkState, wanted: Wanted, marks: Marks, preview?: Preview): Region {
  const drawn = state.last ? { ...state.last, preview: undefined } : preview && { ...preview, gaps: [], preview };
  return { scope, state, drawing: drawn && drawingOf(scope, drawn, wanted, marks) };
}

function drawingOf(
  scope: Scope,
  { network, gaps, preview }: Pick<Drawing, 'network' | 'gaps' | 'preview'>,
  { display, found, exempt }: Wanted,
  marks: Marks,
): Drawing {
  const isNarrowed = isFiltered(display);
  const exemptNic = exempt && 'networkInterfaceNo' in exempt ? exempt.networkInterfaceNo : undefined;
  const exemptSubnet = exempt?.kind === 'subnet' ? exempt.subnetNo : undefined;
  const isShown = (nic: NetworkInterface): boolean =>
    nic.networkInterfaceNo === exemptNic ||
    ((found?.interfaces.has(nic.networkInterfaceNo) ?? true) && passesFilters(nic, display.filters));
  // An empty subnet is looked for by its name as well.
  const isNamed = (subnetNo: string): boolean => display.filters.length === 0 && found?.subnets.has(subnetNo) === true;
  const isSubnetShown = (subnetNo: string): boolean =>
    !isNarrowed || subnetNo === exemptSubnet || network.interfacesOf(subnetNo).some(isShown) || isNamed(subnetNo);
  const hasSubnets = !gaps.some((gap) => gap.what === 'subnets' && 'error' in gap && gap.readAt === undefined);
  const shown = { display, exempt, isFiltered: isNarrowed, isShown, isSubnetShown };
  return { scope, network, gaps, preview, hasSubnets, ...shown, ...marks };
}
