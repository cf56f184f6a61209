import type { Outcome } from '../../change/outcome';
import { stepActions } from '../../plan/stepActions';
import type { Scope } from '../../session/scope';
import type { CommandContext } from '../commandContext';

/**
 * Reads the subnets again in which the service refused to assign an address: somebody may have got hold of it, and neither the
 * plan nor the look before the call had a reason to look at them. The service has no public list of its reasons, so every
 * refusal counts. The tree follows, and the next plan knows the holder. Never rejects: the outcome is what it is.
 */
export async function readRefused(
  { readers, networks, log }: Pick<CommandContext, 'readers' | 'networks' | 'log'>,
  scope: Scope,
  { steps }: Pick<Outcome, 'steps'>,
): Promise<void> {
  const state = networks.state(scope);
  const network = state.last?.network;
  const refused = steps.filter(
    ({ step, error, result }) =>
      stepActions[step.action].gives && result === 'notApplied' && error?.details.kind === 'refused',
  );
  const subnetNos = new Set(refused.map(({ step }) => network?.interface(step.networkInterfaceNo)?.subnetNo ?? ''));
  for (const subnetNo of subnetNos) {
    const subnetName = network?.subnet(subnetNo)?.subnetName;
    if (subnetName === undefined) continue;
    try {
      const reader = await readers.open(scope);
      // By name, as there is no filter by number: other VPCs may have a subnet of the name, which costs nothing.
      reader.follow(await reader.interfaces([{ subnetName }]));
    } catch (error) {
      log.warn(`reading subnet ${subnetNo} after a refusal: ${String(error)}`);
    }
  }
}
