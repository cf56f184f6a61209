import {
  CodeAction,
  CodeActionKind,
  Diagnostic,
  Range,
  WorkspaceEdit,
  type Command,
  type DiagnosticSeverity,
  type TextDocument,
} from 'vscode';
import type { CommandId } from '../../contributions';
import { inert } from '../../text/inert';
import type { Span, TextEdit } from '../../text/span';

/** Where a piece of the text stands in the document. */
export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

/** A mark of ours: its words are for people, its code for the quick fixes. */
export function mark(
  document: TextDocument,
  span: Span,
  words: string,
  severity: DiagnosticSeverity,
  code: string,
): Diagnostic {
  const diagnostic = new Diagnostic(rangeOf(document, span), words, severity);
  diagnostic.source = 'NAVER Cloud IP';
  diagnostic.code = code;
  return diagnostic;
}

/** A way out of what is marked at `place`: edits of the text and nothing else. */
export function quickFix(
  document: TextDocument,
  title: string,
  edits: readonly TextEdit[],
  place: Range,
  diagnostics: readonly Diagnostic[],
): CodeAction {
  const action = new CodeAction(inert(title), CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  for (const edit of edits) action.edit.replace(document.uri, rangeOf(document, edit), edit.text);
  action.diagnostics = diagnostics.filter((one) => one.range.isEqual(place));
  return action;
}

/** A lens that runs a command. */
export function runs(
  title: string,
  command: CommandId | 'editor.action.marker.next',
  ...args: readonly unknown[]
): Command {
  return { title, command, ...(args.length > 0 && { arguments: [...args] }) };
}

/** A lens that only says something. */
export function says(title: string): Command {
  return { title, command: '' };
}
