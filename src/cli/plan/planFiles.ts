import { l10n } from 'vscode';
import { isBlocking, type Declaration, type DeclaredProblem } from '../../declared/declaration';
import type { CheckedDeclaration } from '../../declared/checkDeclaration';
import type { Network } from '../../model/network';
import { shownName, shownNames } from '../../words/shownName';
import { createNamer, type Namer } from '../../words/namer';
import type { OpenAccount } from '../account/openAccount';
import { readRegion, readRegionCodes } from '../account/readRegion';
import type { Call } from '../command';
import { CommandError } from '../commandError';
import { placeText } from '../files/place';
import { readFiles, refuse, type SourceFile, type Sources } from '../files/readFiles';

/** What the files want of one region, beside what is there. */
export interface RegionCheck {
  readonly regionCode: string;
  readonly network: Network;
  readonly checked: CheckedDeclaration;
  readonly name: Namer;
  /** Those that say something of it. */
  readonly files: readonly SourceFile[];
}

/** Reads the files, without a look at the network. Throws CommandError with everything that is wrong with them. */
export async function openSources({ terminal, files, options }: Call): Promise<Sources> {
  const sources = await readFiles(terminal, files);
  refuse(terminal, sources, sources.problems);
  const wrong = profileLines(sources, options.profile);
  if (wrong.length > 0) throw new CommandError(wrong, true);
  return sources;
}

/**
 * Reads every region that the files are about and compares, the files of one region taken together. What one apply may take away
 * is counted over all of them: the lowest of their limits holds. `done`: so much has it taken away already.
 */
export async function checkFiles(
  { terminal, options }: Call,
  account: OpenAccount,
  sources: Sources,
  done = 0,
): Promise<RegionCheck[]> {
  const { declared } = await import('../../declared/openDeclared');
  const regionOf = ({ region }: Declaration): string | undefined =>
    region?.text ?? options.region ?? account.regionCode;
  const known = await readRegionCodes(terminal, account);
  const wrong = sources.declarations.flatMap((one) => regionLine(sources, one, regionOf(one), known));
  if (wrong.length > 0) throw new CommandError(wrong, true);
  const groups = declared.groupByScope(
    sources.declarations,
    (one) => regionOf(one) ?? '',
    ({ start }) => sources.fileOf(start)?.name ?? '',
  );
  const maxRemovals = Math.min(...groups.map((group) => group.maxRemovals));
  const checks: RegionCheck[] = [];
  let removals = done;
  for (const group of groups) {
    const regionCode = regionOf(group) ?? '';
    const { network, checked } = await atRest({ terminal, account, regionCode }, (fresh) =>
      declared.checkDeclaration({ ...group, maxRemovals }, fresh, removals),
    );
    removals += checked.removals;
    const about = sources.declarations.filter((one) => (regionOf(one) ?? '') === regionCode);
    const files = new Set(about.flatMap(({ start }) => sources.fileOf(start) ?? []));
    checks.push({ regionCode, network, checked, name: createNamer(network), files: [...files] });
  }
  return checks;
}

/** Reads again while interfaces are changing and nothing else is wrong, for as long as the service is known to need. */
async function atRest(
  { terminal, account, regionCode }: { terminal: Call['terminal']; account: OpenAccount; regionCode: string },
  check: (network: Network) => CheckedDeclaration,
): Promise<{ network: Network; checked: CheckedDeclaration }> {
  const { clock, signal } = terminal;
  const until = clock.now() + account.settle.atMostMs;
  for (;;) {
    const network = await readRegion(terminal, account, regionCode);
    const checked = check(network);
    const settling = checked.problems.filter(isSettling);
    const others = checked.problems.filter((one) => isBlocking(one) && !isSettling(one));
    if (settling.length === 0 || others.length > 0 || clock.now() >= until) return { network, checked };
    terminal.progress(l10n.t('Waiting for changes under way in {0} to settle…', shownName(regionCode)));
    await clock.sleep(account.settle.everyMs, signal);
  }
}

function isSettling(problem: DeclaredProblem): boolean {
  return problem.kind === 'plan' && problem.problem.kind === 'settling';
}

/** The keys are of one account: files that name another one are not for them. */
function profileLines({ declarations, placeOf }: Sources, wanted: string | undefined): string[] {
  const named = declarations.flatMap(({ profile }) => profile ?? []);
  const expected = wanted ?? named[0]?.text;
  return named
    .filter(({ text }) => text !== expected)
    .map(({ text, start }) => {
      const why =
        wanted === undefined
          ? l10n.t('Another profile than {0}. Plan the files of each profile separately.', shownName(expected ?? ''))
          : l10n.t('This is about profile {0}, not {1}.', shownName(text), shownName(wanted));
      return `${placeText(placeOf(start))}: ${why}`;
    });
}

function regionLine(
  { placeOf }: Sources,
  { region, start }: Declaration,
  regionCode: string | undefined,
  known: readonly string[] | undefined,
): string[] {
  const at = `${placeText(placeOf(region?.start ?? start))}: `;
  if (regionCode === undefined) {
    return [at + l10n.t('No region. Add {0} to the file, or use {1}.', 'region: KR', '--region')];
  }
  if (!known || known.includes(regionCode)) return [];
  return [at + l10n.t('There is no region {0}. Choose one of: {1}.', shownName(regionCode), shownNames(known))];
}
