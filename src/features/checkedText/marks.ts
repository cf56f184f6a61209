import { Diagnostic, Range, type Command, type DiagnosticSeverity, type TextDocument } from 'vscode';
import type { CommandId } from '../../contributions';
import type { Span } from '../../text/span';

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
