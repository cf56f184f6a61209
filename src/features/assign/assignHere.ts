import { l10n } from 'vscode';
import { pickInterface } from '../ask/pickInterface';
import { maxSecondaryIps } from '../../model/networkInterface';
import type { Scope } from '../../session/scope';
import { assignSecondaryIps } from './assignSecondaryIps';
import type { CommandContext } from '../commandContext';
import { needReading } from '../ask/needScope';
import { sayNoRoom } from '../unseen/unseenOf';

/** Assign Here: an address that was found first; asks for an interface of its subnet that has room, then as every change. */
export async function assignHere(
  context: CommandContext,
  { profile, regionCode }: Scope,
  subnetNo: string,
  address: string,
): Promise<unknown> {
  const where = { profile: profile.id, regionCode };
  const found = await needReading(context, { subjects: [], options: where, isProgrammatic: false });
  if (!found) return undefined;
  const { network } = found.reading;
  const fits = (nic: { readonly subnetNo: string; readonly secondaryIpList: readonly string[] }): boolean =>
    nic.subnetNo === subnetNo && nic.secondaryIpList.length < maxSecondaryIps;
  if (!network.interfaces.some(fits)) {
    sayNoRoom(network.subnet(subnetNo)?.subnetName ?? subnetNo);
    return undefined;
  }
  const title = `${l10n.t('Assign Secondary IPs')} · ${address}`;
  const placeholder = l10n.t('Which interface of the same subnet?');
  const answer = await pickInterface(context.prompter, { network, fits, placeholder }, { title });
  if (answer?.kind !== 'next') return undefined;
  const options = { ...where, networkInterfaceNo: answer.value, secondaryIps: [address] };
  return assignSecondaryIps(context, { subjects: [], options, isProgrammatic: false });
}
