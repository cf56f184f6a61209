import { l10n } from 'vscode';
import type { Outcome } from '../../change/outcome';
import { countRemovals } from '../../plan/transfersOf';
import { applyRegion } from '../apply/applyRegion';
import { confirm } from '../apply/confirm';
import { endInPlace } from '../apply/endInPlace';
import { openChanges, type Changes } from '../apply/openChanges';
import { originOf } from '../apply/originOf';
import { recover } from '../apply/recover';
import { needStateFolder } from '../account/stateFolder';
import { openAccount, type OpenAccount } from '../account/openAccount';
import type { Call, Run } from '../command';
import { CommandError } from '../commandError';
import { exitCodes, type ExitCode } from '../exitCodes';
import { refuse, type Sources } from '../files/readFiles';
import { checkFiles, openSources, type RegionCheck } from '../plan/planFiles';
import { plannedRegions, regionText } from '../plan/planOutput';
import { plansDigest } from '../plan/plansDigest';

/** So often a plan is made anew because somebody else changed the network right before it was carried out. */
const mostPlans = 3;

/** Makes the network as the files say: plans anew, asks, and applies region by region. */
export const apply: Run = async (call) => {
  const { terminal, options } = call;
  const wanted = readDigest(options['plan-digest']);
  const sources = await openSources(call);
  const account = await openAccount(terminal, options);
  await needStateFolder(account.folder);
  const changes = await openChanges(terminal, account);
  await recover(terminal, account, changes);
  const done: Outcome[] = [];
  for (let plans = 1; plans <= mostPlans; plans++) {
    const result = await planAndApply({ call, account, changes, sources, wanted, done });
    if (result !== 'stale') return result;
  }
  throw new CommandError([
    l10n.t(
      'The network changed under {0} plans, one after the other. Find out who changes it, and try again.',
      mostPlans,
    ),
  ]);
};

interface Wanted {
  readonly call: Call;
  readonly account: OpenAccount;
  readonly changes: Changes;
  readonly sources: Sources;
  /** The digest of the one plan that may be applied. */
  readonly wanted: string | undefined;
  /** What became of the plans before this one; what comes of it joins them. */
  readonly done: Outcome[];
}

/** `stale`: the network was changed after it was planned on; what was not sent is planned anew, and asked about again. */
async function planAndApply({ call, account, changes, sources, wanted, done }: Wanted): Promise<ExitCode | 'stale'> {
  const { terminal, options } = call;
  const checks = await checkFiles(call, account, sources, countRemovals(done));
  for (const { checked, name } of checks) refuse(terminal, sources, checked.problems, name);
  const regions = plannedRegions(checks);
  const nothing = done.length === 0 ? l10n.t('Nothing was changed.') : l10n.t('Nothing more was changed.');
  if (regions.length === 0) return endInPlace({ terminal, account, changes, checks, wanted, nothing });
  for (const region of regions) terminal.write(`${regionText(region, account)}\n`);
  const digest = digestOf(checks);
  if (wanted !== undefined && wanted !== digest) {
    throw new CommandError([
      `${l10n.t('This is another plan than the one with digest {0}: its digest is {1}.', wanted, digest)} ${nothing}`,
    ]);
  }
  if (!options.yes) {
    if (!(await confirm(terminal, regions))) {
      terminal.tell(nothing);
      return terminal.signal.aborted ? exitCodes.interrupted : exitCodes.error;
    }
    // Somebody may have read for long. What stands in the way by now is refused by the plan that follows.
    if (digestOf(await checkFiles(call, account, sources, countRemovals(done))) !== digest) {
      terminal.tell(`${l10n.t('The network changed since this plan was made.')} ${nothing}`);
      return 'stale';
    }
  }
  for (const region of regions) {
    const origin = await originOf(terminal, region);
    const outcome = await applyRegion(terminal, account, changes, region, origin);
    const { result, cancelled, stale } = outcome;
    done.push(outcome);
    if (cancelled) return exitCodes.interrupted;
    if (stale) return 'stale';
    // What is wrong in one region may be wrong in the next one.
    if (result !== 'applied') return exitCodes.error;
  }
  return exitCodes.ok;
}

function digestOf(checks: readonly RegionCheck[]): string {
  return plansDigest(plannedRegions(checks).map(({ plan }) => plan));
}

function readDigest(text: string | undefined): string | undefined {
  if (text === undefined || /^[0-9a-f]{64}$/i.test(text)) return text?.toLowerCase();
  throw new CommandError([l10n.t('{0} is 64 hexadecimal digits, as “plan” printed them.', '--plan-digest')]);
}
