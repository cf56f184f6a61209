import { l10n, type CodeAction, type Diagnostic, type Range, type TextDocument } from 'vscode';
import { fixesFor, type ListFix } from '../../list/listFixes';
import { createNamer, type Namer } from '../../words/namer';
import type { CheckedList } from './checkedList';
import { quickFix, rangeOf } from '../checkedText/marks';

/** The ways out of what is marked where the cursor stands. None changes anything but the text. */
export function quickFixes(
  document: TextDocument,
  range: Range,
  diagnostics: readonly Diagnostic[],
  { sheet, network, text, reservedIn }: CheckedList,
): CodeAction[] {
  if (!sheet || !network) return [];
  const name = createNamer(network);
  return sheet.problems
    .map((problem) => ({ problem, place: rangeOf(document, problem.span) }))
    .filter(({ place }) => place.intersection(range) !== undefined)
    .flatMap(({ problem, place }) =>
      fixesFor(problem, sheet, text, network, reservedIn).map((fix) =>
        quickFix(document, fixTitle(fix, name), fix.edits, place, diagnostics),
      ),
    );
}

function fixTitle(fix: ListFix, name: Namer): string {
  switch (fix.kind) {
    case 'takeOver':
      return l10n.t('Take over {0}: {1} loses it', fix.address, name(fix.holder));
    case 'takeOverAll':
      return l10n.t('Take over the addresses of all {0} lines', fix.count);
    case 'useAddress':
      return l10n.t('Use {0} (not seen in use)', fix.address);
    case 'useInterface':
      return l10n.t('Use {0}', name(fix.networkInterfaceNo));
  }
}
