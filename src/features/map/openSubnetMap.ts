import { l10n } from 'vscode';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';
import { unseenOf } from '../unseen/unseenOf';

/**
 * Open Subnet Map: of the subnet it is called on, of an interface's or an address's own, or of the one that is picked. By
 * code: `{ subnetNo, address }`.
 */
export async function openSubnetMap(context: CommandContext, args: Arguments): Promise<unknown> {
  const found = await unseenOf(context, args, l10n.t('Open Subnet Map'));
  if (!found) return undefined;
  const { scope, subnet, network } = found;
  const [subject] = args.subjects;
  const held = subject?.kind === 'interface' ? network.interface(subject.networkInterfaceNo)?.ip : undefined;
  const address = subject?.kind === 'address' ? subject.address : (held ?? args.options.address);
  (await context.maps()).open(scope, subnet.subnetNo, address);
  return subnet.subnetNo;
}
