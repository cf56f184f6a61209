import { l10n, type CodeAction, type Diagnostic, type Range, type TextDocument } from 'vscode';
import type { Span, TextEdit } from '../../text/span';
import type { Declared } from '../../declared/openDeclared';
import type { DeclaredProblem } from '../../declared/declaration';
import { unseenAddresses } from '../../plan/unseenAddresses';
import { writtenAddresses } from '../../plan/parseAddressList';
import { shownName } from '../../words/shownName';
import { createNamer } from '../../words/namer';
import { quickFix, rangeOf, runs } from '../checkedText/marks';
import type { CheckedFile, CheckedGroup } from '../declared/checkedFile';

/** A way out of something marked, as an edit of the text. */
interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly place: Span;
}

/** The ways out of what is marked where the cursor stands. None changes anything but the text, or leads to a plan. */
export function declaredFixes(
  declared: Pick<Declared, 'liveEdits'>,
  document: TextDocument,
  range: Range,
  diagnostics: readonly Diagnostic[],
  { text, problems, groups }: CheckedFile,
): CodeAction[] {
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const isHere = ({ start, end }: Span): boolean => start <= to && from <= end;
  const fixes = [
    ...problems.filter(isHere).flatMap((problem) => [...removalOf(problem, text), ...nearestKey(problem)]),
    ...groups.flatMap((group) => [
      ...(group.checked?.problems ?? []).filter(isHere).flatMap((problem) => otherAddress(problem, group, text)),
      ...liveLists(declared, group, text).filter(({ place }) => isHere(place)),
    ]),
  ];
  return [
    ...fixes.map(({ title, edits, place }) => quickFix(document, title, edits, rangeOf(document, place), diagnostics)),
    ...groups.flatMap((group) => takeovers(document, group, isHere, diagnostics)),
  ];
}

/** An expired reservation goes with its line or lines, when nothing else stands there. */
function removalOf(problem: DeclaredProblem, text: string): Fix[] {
  if (problem.kind !== 'expired') return [];
  const { start, end } = problem.remove;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const lineEnd = next < 0 ? text.length : next + 1;
  const isAlone = /^\s*- *$/.test(text.slice(lineStart, start)) && /^\s*$/.test(text.slice(end, lineEnd));
  if (!isAlone) return [];
  const edit = { start: lineStart, end: lineEnd, text: '' };
  return [{ title: l10n.t('Remove the expired reservation'), edits: [edit], place: problem }];
}

/** In the place of an address that cannot be: the first of the subnet neither seen in use nor written here nor reserved. */
function otherAddress({ start, end }: Span, { checked, network, reservedIn }: CheckedGroup, text: string): Fix[] {
  const target = checked?.targets.find(({ declared }) => declared.secondaryIps.some((word) => word.start === start));
  if (!checked || !network || !target) return [];
  const { subnetNo } = target.networkInterface;
  const except = new Set([...writtenAddresses(text), ...(reservedIn?.(subnetNo).keys() ?? [])]);
  for (const address of unseenAddresses(network, subnetNo, except)) {
    if (checked.isReserved(address)) continue;
    const title = l10n.t('Use {0} (not seen in use)', address);
    return [{ title, edits: [{ start, end, text: address }], place: { start, end } }];
  }
  return [];
}

/** What an interface holds now in the place of what is written. */
function liveLists(declared: Pick<Declared, 'liveEdits'>, { checked }: CheckedGroup, text: string): Fix[] {
  if (!checked) return [];
  return declared.liveEdits(checked, text).flatMap(({ target, live, edits }) => {
    if (edits.length === 0) return [];
    const title = l10n.t('Accept what is live: {0}', live.length > 0 ? live.map(shownName).join(', ') : '[]');
    const { name, secondaryIps } = target.declared;
    const own = secondaryIps.filter(({ text: address }) => !live.includes(address));
    return [name, ...own].map((place) => ({ title, edits, place }));
  });
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
