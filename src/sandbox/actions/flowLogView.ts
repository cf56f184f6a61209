import type { InterfaceRecord } from '../state/records';

/** The flow log of an interface as answers show it: no row when there is none. */
export function flowLogView({ networkInterfaceNo, flowLog }: InterfaceRecord): object[] {
  return flowLog ? [{ networkInterfaceNo, ...flowLog }] : [];
}
