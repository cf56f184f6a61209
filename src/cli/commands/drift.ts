import { l10n } from 'vscode';
import { isBlocking, type DeclaredProblem } from '../../declared/declaration';
import { openAccount } from '../account/openAccount';
import type { Run } from '../command';
import { exitCodes } from '../exitCodes';
import { placeText } from '../files/place';
import { refuse, type Sources } from '../files/readFiles';
import type { DriftOutput } from '../plan/outputSchemas';
import { checkFiles, openSources, type RegionCheck } from '../plan/planFiles';
import { shownName } from '../../words/shownName';
import type { Namer } from '../../words/namer';

type Row = DriftOutput['drift'][number];

/** Says what is not as the files declare, address by address. Changes nothing and blocks nothing. */
export const drift: Run = async (call) => {
  const { terminal, options } = call;
  const sources = await openSources(call);
  const account = await openAccount(terminal, options);
  const checks = await checkFiles(call, account, sources);
  for (const { checked, name } of checks) refuse(terminal, sources, checked.problems.filter(isError), name);
  const found = checks.flatMap((check) => rowsOf(sources, check).map((row) => ({ row, name: check.name })));
  const rows = found.map(({ row }) => row);
  if (options.json) {
    const output: DriftOutput = { version: 1, hasDrift: rows.length > 0, drift: rows };
    terminal.write(`${JSON.stringify(output, undefined, 2)}\n`);
  } else if (rows.length === 0) terminal.write(`${l10n.t('No drift: everything declared is in place.')}\n`);
  else for (const { row, name } of found) terminal.write(`${placeText(row)}: ${driftText(row, name)}\n`);
  return rows.length === 0 ? exitCodes.ok : exitCodes.changes;
};

/** What only an apply would run into is no error here: that so much differs is what was asked for. */
function isError(problem: DeclaredProblem): boolean {
  if (problem.kind === 'tooManyRemovals') return false;
  return !isBlocking(problem) || problem.kind !== 'plan' || problem.problem.kind !== 'settling';
}

function rowsOf({ placeOf }: Sources, { regionCode, checked }: RegionCheck): Row[] {
  const open = checked.wants.filter(({ state }) => state !== 'inPlace');
  const rows = [
    ...open.map(({ word, networkInterfaceNo, from }) => ({
      at: word.start,
      kind: from === undefined ? ('missing' as const) : ('taken' as const),
      address: word.text,
      networkInterfaceNo,
      ...(from !== undefined && { heldBy: from }),
    })),
    ...checked.releases.map(({ start, address, networkInterfaceNo }) => ({
      at: start,
      kind: 'extra' as const,
      address,
      networkInterfaceNo,
    })),
  ];
  return rows.toSorted((a, b) => a.at - b.at).map(({ at, ...row }) => ({ ...placeOf(at), regionCode, ...row }));
}

function driftText({ kind, address, networkInterfaceNo, heldBy }: Row, name: Namer): string {
  const [what, where] = [shownName(address), name(networkInterfaceNo)];
  return {
    missing: () => l10n.t('{0} is missing on {1}.', what, where),
    taken: () => l10n.t('{0} should be on {1}, but {2} holds it.', what, where, name(heldBy ?? '')),
    extra: () => l10n.t('{1} holds {0}, which should be released.', what, where),
  }[kind]();
}
