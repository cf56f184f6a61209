import { l10n } from 'vscode';
import { shownName, shownNames } from '../../words/shownName';
import { openAccount, type OpenAccount } from '../account/openAccount';
import { readRegionCodes } from '../account/readRegion';
import { needStateFolder } from '../account/stateFolder';
import { openChanges } from '../apply/openChanges';
import type { Call, Run } from '../command';
import { CommandError } from '../commandError';
import { exitCodes } from '../exitCodes';

/** Serves the tools for assistants over standard input and output, until the host ends it. */
export const mcp: Run = async (call) => {
  const { terminal, options, version } = call;
  const account = await openAccount(terminal, options);
  const mayApply = isAllowed(account, options['allow-apply']);
  const regionCode = await regionOf(call, account);
  // Looking and planning keep nothing.
  if (mayApply) await needStateFolder(account.folder);
  const changes = await openChanges(terminal, account);
  const { openApprovals } = await import('../approval/approvals');
  const approvals = mayApply ? await openApprovals(account.folder, () => terminal.clock.now()) : undefined;
  const [{ createDesk }, { serveMcp }] = await Promise.all([import('../mcp/createDesk'), import('../mcp/serveMcp')]);
  const desk = createDesk({ terminal, account, regionCode, changes, approvals });
  account.log.info(`mcp: ${account.name} ${regionCode}${mayApply ? ', may ask to apply' : ''}`);
  await serveMcp({ desk, mayApply, version, log: account.log, signal: terminal.signal });
  return exitCodes.ok;
};

/** The profile is named once more, so that other keys in the same place do not inherit what was allowed for these. */
function isAllowed({ name }: OpenAccount, wanted: string | undefined): boolean {
  if (wanted === undefined || wanted === name) return wanted !== undefined;
  throw new CommandError([
    l10n.t('{0} names {1}, but the keys are of {2}.', '--allow-apply', shownName(wanted), shownName(name)),
  ]);
}

async function regionOf({ terminal, options }: Call, account: OpenAccount): Promise<string> {
  const given = options.region ?? account.regionCode;
  if (given !== undefined) return given;
  const known = (await readRegionCodes(terminal, account)) ?? [];
  const [only] = known;
  if (only !== undefined && known.length === 1) return only;
  throw new CommandError([
    known.length === 0
      ? l10n.t('Name a region with {0}.', '--region')
      : l10n.t('Name a region with {0}. Choose one of: {1}.', '--region', shownNames(known)),
  ]);
}
