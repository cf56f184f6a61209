import type { Scope } from '../../session/scope';
import type { CommandContext } from '../commandContext';
import { assignSecondaryIps } from './assignSecondaryIps';

/** Assign Here: an address that was found first; asks for an interface of its subnet that has room, then as every change. */
export function assignHere(
  context: CommandContext,
  { profile, regionCode }: Scope,
  subnetNo: string,
  address: string,
): Promise<unknown> {
  const options = { profile: profile.id, regionCode, subnetNo, secondaryIps: [address] };
  return assignSecondaryIps(context, { subjects: [], options, isProgrammatic: false });
}
