import { l10n } from 'vscode';
import { applyRegion } from '../apply/applyRegion';
import { confirm } from '../apply/confirm';
import { openChanges, type Changes } from '../apply/openChanges';
import { originOf } from '../apply/originOf';
import { recover } from '../apply/recover';
import { openAccount, type OpenAccount } from '../account/openAccount';
import type { Call, Run } from '../command';
import { CommandError } from '../commandError';
import { exitCodes, type ExitCode } from '../exitCodes';
import { refuse, type Sources } from '../files/readFiles';
import { checkFiles, openSources } from '../plan/planFiles';
import { plannedRegions } from '../plan/planOutput';
import { plansDigest } from '../plan/plansDigest';
import { planText } from '../plan/planText';

/** So often a plan is made anew because somebody else changed the network right before it was carried out. */
const mostPlans = 3;

/** Makes the network as the files say: plans anew, asks, and applies region by region. */
export const apply: Run = async (call) => {
  const { terminal, options } = call;
  const wanted = digestOf(options['plan-digest']);
  const sources = await openSources(call);
  const account = await openAccount(terminal, options);
  const changes = await openChanges(terminal, account);
  await recover(terminal, account, changes);
  for (let plans = 1; ; plans++) {
    const result = await planAndApply({ call, account, changes, sources, wanted, isFirst: plans === 1 });
    if (result !== 'stale') return result;
    if (plans === mostPlans) return exitCodes.error;
  }
};

interface Wanted {
  readonly call: Call;
  readonly account: OpenAccount;
  readonly changes: Changes;
  readonly sources: Sources;
  /** The digest of the one plan that may be applied. */
  readonly wanted: string | undefined;
  /** Nothing was sent before this plan. */
  readonly isFirst: boolean;
}

/** `stale`: the network was changed after it was planned on; what was not sent is planned anew, and asked about again. */
async function planAndApply({ call, account, changes, sources, wanted, isFirst }: Wanted): Promise<ExitCode | 'stale'> {
  const { terminal, options } = call;
  const checks = await checkFiles(call, account, sources);
  for (const { checked, name } of checks) refuse(terminal, sources, checked.problems, name);
  const regions = plannedRegions(checks);
  if (regions.length === 0) {
    terminal.write(`${l10n.t('Nothing to change: everything declared is in place.')}\n`);
    return exitCodes.ok;
  }
  for (const { plan, name } of regions) terminal.write(`${planText(plan, name)}\n`);
  const nothing = isFirst ? l10n.t('Nothing was changed.') : l10n.t('Nothing more was changed.');
  const digest = plansDigest(regions.map(({ plan }) => plan));
  if (wanted !== undefined && wanted !== digest) {
    throw new CommandError([
      `${l10n.t('This is another plan than the one with digest {0}: its digest is {1}.', wanted, digest)} ${nothing}`,
    ]);
  }
  if (!options.yes && !(await confirm(terminal, regions))) {
    terminal.tell(nothing);
    return terminal.signal.aborted ? exitCodes.interrupted : exitCodes.error;
  }
  for (const region of regions) {
    const origin = await originOf(terminal, sources, region);
    const { result, cancelled, stale } = await applyRegion(terminal, account, changes, region, origin);
    if (cancelled) return exitCodes.interrupted;
    if (stale) return 'stale';
    // What is wrong in one region may be wrong in the next one.
    if (result !== 'applied') return exitCodes.error;
  }
  return exitCodes.ok;
}

function digestOf(text: string | undefined): string | undefined {
  if (text === undefined || /^[0-9a-f]{64}$/i.test(text)) return text?.toLowerCase();
  throw new CommandError([l10n.t('{0} is 64 hexadecimal digits, as “plan” printed them.', '--plan-digest')]);
}
