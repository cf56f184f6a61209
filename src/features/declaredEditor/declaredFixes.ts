import { l10n, type CodeAction, type Diagnostic, type Range, type TextDocument } from 'vscode';
import type { Span, TextEdit } from '../../text/span';
import type { Declared } from '../../declared/openDeclared';
import type { DeclaredProblem } from '../../declared/declaration';
import type { LiveEdit } from '../../declared/liveEdits';
import { unseenAddresses } from '../../plan/unseenAddresses';
import { writtenAddresses } from '../../plan/parseAddressList';
import { shownName } from '../../words/shownName';
import { createNamer, type Namer } from '../../words/namer';
import { quickFix, rangeOf, runs } from '../checkedText/marks';
import type { CheckedFile, CheckedGroup } from '../declared/checkedFile';
import { wordAt } from '../declared/wordAt';

/** Of so many interfaces with one name, each is offered. */
const mostNumbers = 10;

/** A way out of something marked, as an edit of the text. */
interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly place: Span;
}

/** The ways out of what is marked where the cursor stands. None changes anything but the text, or leads to a plan. */
export function declaredFixes(
  declared: Pick<Declared, 'liveEdits' | 'removed'>,
  document: TextDocument,
  range: Range,
  diagnostics: readonly Diagnostic[],
  { text, problems, groups }: CheckedFile,
): CodeAction[] {
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const isHere = ({ start, end }: Span): boolean => start <= to && from <= end;
  const fixes = [
    ...problems.filter(isHere).flatMap((problem) => [...removalOf(declared, problem, text), ...nearestKey(problem)]),
    ...groups.flatMap((group) => [
      ...[...problems.filter(({ kind }) => kind === 'twice'), ...(group.checked?.problems ?? [])]
        .filter(isHere)
        .flatMap((problem) => [
          ...(isOfAddress(problem) ? otherAddress(problem, group, text) : []),
          ...numbersOf(problem),
        ]),
      ...liveFixes(declared, group, text).filter(({ place }) => isHere(place)),
    ]),
  ];
  return [
    ...fixes.map(({ title, edits, place }) => quickFix(document, title, edits, rangeOf(document, place), diagnostics)),
    ...groups.flatMap((group) => takeovers(document, group, isHere, diagnostics)),
  ];
}

/** An expired reservation goes with its line or lines. */
function removalOf({ removed }: Pick<Declared, 'removed'>, problem: DeclaredProblem, text: string): Fix[] {
  if (problem.kind !== 'expired') return [];
  const edits = [removed(text, problem.remove)];
  return [{ title: l10n.t('Remove the expired reservation'), edits, place: problem }];
}

/** It is this address that cannot be there: another one could. */
function isOfAddress(problem: DeclaredProblem): boolean {
  const kinds = ['twice', 'reservedHere', 'reserved', 'outside', 'ownPrimary', 'othersPrimary'];
  return kinds.includes(problem.kind === 'plan' ? problem.problem.kind : problem.kind);
}

/** In the place of an address that cannot be: the first of the subnet neither seen in use nor written here nor reserved. */
function otherAddress({ start, end }: Span, group: CheckedGroup, text: string): Fix[] {
  const { checked, network, reservedIn, declaration } = group;
  const target = checked?.targets.find(({ declared }) => declared.secondaryIps.some((word) => word.start === start));
  const isFloating = declaration.floating.some(({ address }) => address.start === start);
  const meant = isFloating ? wordAt({ groups: [group] }, start)?.subnetNo : undefined;
  const subnetNo = target?.networkInterface.subnetNo ?? meant;
  if (!checked || !network || subnetNo === undefined) return [];
  const except = new Set([...writtenAddresses(text), ...(reservedIn?.(subnetNo).keys() ?? [])]);
  for (const address of unseenAddresses(network, subnetNo, except)) {
    if (checked.isReserved(address)) continue;
    const title = l10n.t('Use {0} (not seen in use)', address);
    return [{ title, edits: [{ start, end, text: address }], place: { start, end } }];
  }
  return [];
}

/** Of a name that several interfaces have, each of their numbers. */
function numbersOf(problem: DeclaredProblem): Fix[] {
  if (problem.kind !== 'plan' || problem.problem.kind !== 'ambiguousInterface') return [];
  const { start, end } = problem;
  return problem.problem.networkInterfaceNos.slice(0, mostNumbers).map((number) => {
    const edits = [{ start, end, text: number }];
    return { title: l10n.t('Use {0}', shownName(number)), edits, place: { start, end } };
  });
}

/** What is live in the place of what is written. */
function liveFixes(declared: Pick<Declared, 'liveEdits'>, { checked, network }: CheckedGroup, text: string): Fix[] {
  if (!checked || !network) return [];
  const name = createNamer(network);
  return declared.liveEdits(checked, text, network).flatMap(({ places, live, edits }) => {
    const title = l10n.t('Accept what is live: {0}', liveText(live, name));
    return edits.length > 0 ? places.map((place) => ({ title, edits, place })) : [];
  });
}

function liveText(live: LiveEdit['live'], name: Namer): string {
  if ('addresses' in live) return live.addresses.length > 0 ? live.addresses.map(shownName).join(', ') : '[]';
  return live.holder === undefined ? l10n.t('held by nobody') : l10n.t('held by {0}', name(live.holder));
}

/** The word that was meant where a key means nothing. */
function nearestKey(problem: DeclaredProblem): Fix[] {
  if (problem.kind !== 'shape' || problem.nearest === undefined) return [];
  const { start, end, nearest } = problem;
  return [{ title: l10n.t('Use {0}', nearest), edits: [{ start, end, text: nearest }], place: { start, end } }];
}

/** Plans the move of one address from who holds it now; nothing is sent before its review. */
function takeovers(
  document: TextDocument,
  { checked, network, scope }: CheckedGroup,
  isHere: (span: Span) => boolean,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  if (!checked || !network || !scope || scope.profile.protection === 'readOnly') return [];
  const name = createNamer(network);
  return checked.wants.flatMap(({ word, from, networkInterfaceNo: to }) => {
    if (from === undefined || !isHere(word)) return [];
    const action = quickFix(
      document,
      l10n.t('Take it from {0}…', name(from)),
      [],
      rangeOf(document, word),
      diagnostics,
    );
    delete action.edit;
    const where = { profile: scope.profile.id, regionCode: scope.regionCode };
    action.command = runs(action.title, 'ncloudIp.moveSecondaryIps', {
      ...where,
      networkInterfaceNo: from,
      secondaryIps: [word.text],
      to,
    });
    return [action];
  });
}
