import { isIpv4, sortAddresses } from '../model/address';
import { checkInterface } from './checkInterface';
import type { IntentItem } from './intent';
import { addressKey, type Planning } from './planning';

/**
 * Plans every unassign item, one step per interface. They come first, so that an address given back makes room for
 * another. An address that is not there is a warning: unassignSecondaryIps does not refuse it either.
 */
export function planUnassigns(items: readonly IntentItem[], planning: Planning): void {
  const { draft, problems, warnings, released } = planning;
  const groups = new Map<string, { secondaryIps: string[]; items: number[] }>();

  items.forEach((item, index) => {
    if (item.kind !== 'unassign' || item.secondaryIps.length === 0) return;
    const { networkInterfaceNo } = item;
    const check = checkInterface(draft, networkInterfaceNo);
    if (!check.ok) return void problems.push({ ...check.problem, item: index });
    const group = groups.get(networkInterfaceNo) ?? { secondaryIps: [], items: [] };
    const notThere: string[] = [];
    for (const text of item.secondaryIps) {
      const address = text.trim();
      const key = addressKey(check.networkInterface.subnetNo, address);
      if (!isIpv4(address)) problems.push({ kind: 'notAnAddress', text: address, item: index });
      else if (address === check.networkInterface.ip) {
        problems.push({ kind: 'ownPrimary', address, networkInterfaceNo, item: index });
      } else if (released.get(key) === networkInterfaceNo) problems.push({ kind: 'duplicate', address, item: index });
      else if (!check.networkInterface.secondaryIpList.includes(address)) notThere.push(address);
      else {
        released.set(key, networkInterfaceNo);
        group.secondaryIps.push(address);
        if (!group.items.includes(index)) group.items.push(index);
        groups.set(networkInterfaceNo, group);
      }
    }
    if (notThere.length > 0) warnings.push({ kind: 'notThere', networkInterfaceNo, addresses: notThere });
  });

  for (const [networkInterfaceNo, group] of groups) {
    for (const address of group.secondaryIps) draft.remove(networkInterfaceNo, address);
    warnings.push({ kind: 'removes', networkInterfaceNo, addresses: sortAddresses(group.secondaryIps) });
    planning.steps.push({
      action: 'unassignSecondaryIps',
      networkInterfaceNo,
      ...group,
      count: 0,
      allowReassign: false,
      takes: [],
    });
  }
}
