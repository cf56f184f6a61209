import { DiagnosticSeverity, DiagnosticTag, l10n, type Diagnostic, type TextDocument } from 'vscode';
import { inert } from '../../text/inert';
import type { Span } from '../../text/span';
import { createNamer } from '../../words/namer';
import { problemText } from '../../words/problemText';
import { mark } from '../checkedText/marks';
import type { CheckedList } from './checkedList';

/** The marks of a list: each problem at what it is about; what needs no change any more fades. */
export function listDiagnostics(document: TextDocument, { sheet, network }: CheckedList): Diagnostic[] {
  if (!sheet || !network) return [];
  const name = createNamer(network);
  const marks = sheet.problems.map(({ span, problem }) => {
    // A moment later it is gone: nothing of the line is wrong.
    const severity = problem.kind === 'settling' ? DiagnosticSeverity.Information : DiagnosticSeverity.Error;
    return mark(document, span, inert(problemText(problem, name)), severity, problem.kind);
  });
  const faded = (span: Span, words: string): Diagnostic => {
    const hint = mark(document, span, words, DiagnosticSeverity.Hint, 'done');
    hint.tags = [DiagnosticTag.Unnecessary];
    return hint;
  };
  const done = sheet.done.map(({ span }) => faded(span, l10n.t('Already assigned. No action needed.')));
  const notes = sheet.notes.map((span) => faded(span, l10n.t('Primary IP: this row is skipped.')));
  return [...marks, ...done, ...notes];
}
