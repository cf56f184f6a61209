import { l10n } from 'vscode';
import type { Plan } from '../../plan/plan';
import type { OpenAccount } from '../account/openAccount';
import { CommandError } from '../commandError';
import { exitCodes, type ExitCode } from '../exitCodes';
import type { RegionCheck } from '../plan/planFiles';
import { joinedDigest, plansDigest } from '../plan/plansDigest';
import type { Terminal } from '../terminal';
import type { Changes } from './openChanges';

/** What is looked at where everything that the files declare is in place. */
interface InPlace {
  readonly terminal: Pick<Terminal, 'write'>;
  readonly account: Pick<OpenAccount, 'id'>;
  readonly changes: Changes;
  readonly checks: readonly RegionCheck[];
  /** The digest of the one plan that may be applied. */
  readonly wanted: string | undefined;
  /** That nothing was changed, or nothing more. */
  readonly nothing: string;
}

/**
 * Ends an apply that finds nothing to do. A digest tells nothing of what was approved with it: so this is what was approved only
 * when that was the plan without changes, or when a run on this machine has applied just that plan and all of it still stands.
 * Everything else is another plan. Throws CommandError then.
 */
export async function endInPlace({ terminal, account, changes, checks, wanted, nothing }: InPlace): Promise<ExitCode> {
  if (wanted === undefined || wanted === plansDigest([])) {
    terminal.write(`${l10n.t('Nothing to change: everything declared is in place.')}\n`);
    return exitCodes.ok;
  }
  const applied = await appliedWith(wanted, account, changes, checks.length);
  if (!applied?.every((plan) => isInPlace(plan, checks))) {
    const why = l10n.t(
      'This is another plan than the one with digest {0}: everything declared is in place, so there is nothing to apply, and no run on this machine has applied that plan.',
      wanted,
    );
    throw new CommandError([`${why} ${nothing} ${l10n.t('Plan anew to approve that there is nothing to do.')}`]);
  }
  terminal.write(
    `${l10n.t('Nothing to change: an earlier run applied the plan with digest {0}, and all of it is in place.', wanted)}\n`,
  );
  return exitCodes.ok;
}

/**
 * The plans that one run has applied under this digest: one for each region that it changed, one after the other. They are found
 * by the digests that were kept with them: to make those anew of a history of years takes longer than the apply.
 */
async function appliedWith(
  digest: string,
  { id }: Pick<OpenAccount, 'id'>,
  { history }: Changes,
  regions: number,
): Promise<readonly Plan[] | undefined> {
  const applied = (await history.list())
    .flatMap(({ profile, origin, result, plan }) =>
      profile.id === id && origin?.kind === 'file' && result === 'applied' ? [{ plan, kept: origin.planDigest }] : [],
    )
    .toReversed();
  for (const size of Array.from({ length: regions }, (_, index) => index + 1)) {
    for (let end = applied.length; end >= size; end--) {
      const some = applied.slice(end - size, end);
      if (joinedDigest(some.map(({ kept }) => kept)) !== digest) continue;
      const plans = some.map(({ plan }) => plan);
      if (plansDigest(plans) === digest) return plans;
    }
  }
  return undefined;
}

function isInPlace({ regionCode, changes }: Plan, checks: readonly RegionCheck[]): boolean {
  const network = checks.find((one) => one.regionCode === regionCode)?.network;
  if (!network) return false;
  return changes.every(({ networkInterfaceNo, gains, loses }) => {
    const held = new Set(network.interface(networkInterfaceNo)?.secondaryIpList);
    return gains.every((address) => held.has(address)) && !loses.some((address) => held.has(address));
  });
}
