import { l10n } from 'vscode';
import type { JournalEntry } from '../../change/journalEntry';
import { transfersOf } from '../../plan/transfersOf';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';
import { entryOf, entryScopeOf } from '../history/entryScope';
import { unseenOf } from '../unseen/unseenOf';

/**
 * Open Subnet Map: of the subnet it is called on, of an interface's or an address's own, of the one that a change was about,
 * or of the one that is picked. By code: `{ subnetNo, address }` or `{ entry }`.
 */
export async function openSubnetMap(context: CommandContext, args: Arguments): Promise<unknown> {
  const entry = await entryOf(context, args);
  if (entry) return openChanged(context, entry);
  const found = await unseenOf(context, args, l10n.t('Open Subnet Map'));
  if (!found) return undefined;
  const { scope, subnet, network } = found;
  const [subject] = args.subjects;
  const held = subject?.kind === 'interface' ? network.interface(subject.networkInterfaceNo)?.ip : undefined;
  const address = subject?.kind === 'address' ? subject.address : (held ?? args.options.address);
  (await context.maps()).open(scope, subnet.subnetNo, address);
  return subnet.subnetNo;
}

/** The subnet of a change, at the first address that it brought or took. */
async function openChanged(context: CommandContext, entry: JournalEntry): Promise<string | undefined> {
  const [first] = transfersOf(entry);
  const subnetNo = first?.subnetNo ?? entry.plan.changes[0]?.subnetNo;
  if (subnetNo !== undefined) (await context.maps()).open(entryScopeOf(context, entry), subnetNo, first?.address);
  return subnetNo;
}
