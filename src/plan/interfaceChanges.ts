import { sortAddresses } from '../model/address';
import { dropAbsent } from '../model/dropAbsent';
import type { Network } from '../model/network';
import type { Draft } from './draft';
import type { InterfaceChange, Step } from './plan';

/** Before and after of every interface the steps touch and change, in the order they are first touched: gaining side first. */
export function interfaceChanges(
  network: Network,
  draft: Draft,
  steps: readonly Omit<Step, 'id'>[],
): InterfaceChange[] {
  const touched = new Set(steps.flatMap((step) => [step.networkInterfaceNo, ...step.takes.map(({ from }) => from)]));
  const counts = new Map<string, number>();
  for (const { networkInterfaceNo: no, count } of steps) counts.set(no, (counts.get(no) ?? 0) + count);
  return [...touched].flatMap((no) => {
    const networkInterface = network.interface(no);
    if (!networkInterface) return [];
    const { networkInterfaceNo, networkInterfaceName, subnetNo, ip, secondaryIpList: before } = networkInterface;
    const { instanceNo, instanceType, deviceName } = networkInterface;
    const after = sortAddresses(draft.secondaryIps(no));
    const chosenByService = counts.get(no) ?? 0;
    const gains = after.filter((address) => !before.includes(address));
    const loses = before.filter((address) => !after.includes(address));
    if (gains.length + loses.length + chosenByService === 0) return [];
    return dropAbsent({
      networkInterfaceNo,
      networkInterfaceName,
      serverName: network.serverOf(networkInterface)?.serverName,
      deviceName,
      hasNamesake: network.hasNamesake(no) || undefined,
      subnetNo,
      primary: ip,
      instanceNo,
      instanceType: instanceType?.code,
      before,
      after,
      chosenByService,
      gains,
      loses,
    });
  });
}
