import { l10n } from 'vscode';
import { openAccount } from '../account/openAccount';
import type { Run } from '../command';
import { exitCodes } from '../exitCodes';
import { refuse } from '../files/readFiles';
import { checkFiles, openSources } from '../plan/planFiles';
import { planOutput, plannedRegions, regionText } from '../plan/planOutput';
import { plansDigest } from '../plan/plansDigest';

/** Shows what it takes to make the network as the files say. */
export const plan: Run = async (call) => {
  const { terminal, options } = call;
  const sources = await openSources(call);
  const account = await openAccount(terminal, options);
  const checks = await checkFiles(call, account, sources);
  for (const { checked, name } of checks) refuse(terminal, sources, checked.problems, name);
  const regions = plannedRegions(checks);
  if (options.json) terminal.write(`${JSON.stringify(planOutput(regions, account.name), undefined, 2)}\n`);
  else if (regions.length === 0) terminal.write(`${l10n.t('Nothing to change: everything declared is in place.')}\n`);
  else {
    for (const region of regions) terminal.write(`${regionText(region, account)}\n`);
    terminal.write(`${l10n.t('Digest: {0}', plansDigest(regions.map((one) => one.plan)))}\n`);
  }
  return regions.length === 0 ? exitCodes.ok : exitCodes.changes;
};
