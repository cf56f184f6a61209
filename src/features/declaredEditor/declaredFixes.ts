import { l10n, type CodeAction, type Diagnostic, type Range, type TextDocument } from 'vscode';
import type { Span, TextEdit } from '../../text/span';
import type { DeclaredProblem } from '../../declared/declaration';
import { unseenAddresses } from '../../plan/unseenAddresses';
import { writtenAddresses } from '../../plan/parseAddressList';
import { shownName } from '../../words/shownName';
import { quickFix, rangeOf } from '../checkedText/marks';
import type { CheckedFile, CheckedGroup } from './checkedFile';

/** A way out of something marked, as an edit of the text. */
interface Fix {
  readonly title: string;
  readonly edit: TextEdit;
  readonly place: Span;
}

/** The ways out of what is marked where the cursor stands. None changes anything but the text. */
export function declaredFixes(
  document: TextDocument,
  range: Range,
  diagnostics: readonly Diagnostic[],
  { text, problems, groups }: CheckedFile,
): CodeAction[] {
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const isHere = ({ start, end }: Span): boolean => start <= to && from <= end;
  const fixes = [
    ...problems.filter(isHere).flatMap((problem) => removalOf(problem, text)),
    ...groups.flatMap((group) => [
      ...(group.checked?.problems ?? []).filter(isHere).flatMap((problem) => otherAddress(problem, group, text)),
      ...liveLists(group, text).filter(({ place }) => isHere(place)),
    ]),
  ];
  return fixes.map(({ title, edit, place }) =>
    quickFix(document, title, [edit], rangeOf(document, place), diagnostics),
  );
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
  return [{ title: l10n.t('Remove the expired reservation'), edit, place: problem }];
}

/** In the place of an address that cannot be: the first of the subnet neither seen in use nor written here nor reserved. */
function otherAddress({ start, end }: Span, { checked, network }: CheckedGroup, text: string): Fix[] {
  const target = checked?.targets.find(({ declared }) => declared.secondaryIps.some((word) => word.start === start));
  if (!checked || !network || !target) return [];
  for (const address of unseenAddresses(network, target.networkInterface.subnetNo, writtenAddresses(text))) {
    if (checked.isReserved(address)) continue;
    const title = l10n.t('Use {0} (not seen in use)', address);
    return [{ title, edit: { start, end, text: address }, place: { start, end } }];
  }
  return [];
}

/** What an interface holds now in the place of what is written; a list with comments in it is left to its writer. */
function liveLists({ checked }: CheckedGroup, text: string): Fix[] {
  return (checked?.targets ?? []).flatMap(({ declared: { list, secondaryIps }, networkInterface }) => {
    const written = list && text.slice(list.start, list.end);
    const live = networkInterface.secondaryIpList;
    const own = secondaryIps.filter(({ text: address }) => !live.includes(address));
    if (!list || !written?.startsWith('[') || written.includes('#')) return [];
    const title = l10n.t('Accept what is live: {0}', live.length > 0 ? live.map(shownName).join(', ') : '[]');
    return own.map((place) => ({ title, edit: { ...list, text: `[${live.join(', ')}]` }, place }));
  });
}
