import {
  EventEmitter,
  languages,
  workspace,
  type CodeAction,
  type CodeLens,
  type CompletionList,
  type Diagnostic,
  type Disposable,
  type Event,
  type Position,
  type ProviderResult,
  type Range,
  type TextDocument,
} from 'vscode';
import { DisposableStore } from '../../session/disposableStore';

/** A kind of text that is checked while somebody writes it, and what is shown of what came of it. */
export interface TextKind<Checked> {
  readonly language: string;
  readonly check: (document: TextDocument) => Checked;
  readonly marks: (document: TextDocument, checked: Checked) => Diagnostic[];
  /** Nothing is known before the first check. */
  readonly lenses: (document: TextDocument, checked: Checked | undefined) => CodeLens[];
  readonly fixes: (
    document: TextDocument,
    range: Range,
    diagnostics: readonly Diagnostic[],
    checked: Checked,
  ) => CodeAction[];
  readonly completions: (
    document: TextDocument,
    position: Position,
    checked: Checked,
  ) => ProviderResult<CompletionList>;
  /** Told of each check, and of a text that was closed. */
  readonly onDidCheck?: (document: TextDocument, checked: Checked | undefined) => void;
  /** What else looks at a text, with the text checked as it stands. */
  readonly also?: (current: (document: TextDocument) => Checked) => Disposable;
  readonly completionSigns: readonly string[];
  /** What texts are checked on has changed. */
  readonly changes: readonly Event<unknown>[];
}

/** A text is checked this long (ms) after the last key: a long one is not checked at each. */
const restMs = 200;

/** Follows every open text of a kind: marks while typing, lenses, fixes and completions, until disposed of. */
export function followText<Checked>(kind: TextKind<Checked>): Disposable {
  const store = new DisposableStore();
  const marks = store.add(languages.createDiagnosticCollection(kind.language));
  const checkedAnew = store.add(new EventEmitter<void>());
  const checked = new Map<string, { readonly version: number; readonly value: Checked }>();
  const waiting = new Map<string, NodeJS.Timeout>();

  function check(document: TextDocument): Checked {
    const value = kind.check(document);
    checked.set(document.uri.toString(), { version: document.version, value });
    marks.set(document.uri, kind.marks(document, value));
    kind.onDidCheck?.(document, value);
    checkedAnew.fire();
    return value;
  }
  /** The text as it stands, checked now where it was not yet. */
  function current(document: TextDocument): Checked {
    const known = checked.get(document.uri.toString());
    return known?.version === document.version ? known.value : check(document);
  }
  function checkSoon(document: TextDocument): void {
    if (document.languageId !== kind.language) return;
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    waiting.set(
      key,
      setTimeout(() => {
        waiting.delete(key);
        if (!document.isClosed) check(document);
      }, restMs),
    );
  }
  const checkAll = (): void => workspace.textDocuments.forEach(checkSoon);

  store.add(workspace.onDidOpenTextDocument(checkSoon));
  store.add(workspace.onDidChangeTextDocument(({ document }) => checkSoon(document)));
  store.add(
    workspace.onDidCloseTextDocument((document) => {
      if (checked.delete(document.uri.toString())) kind.onDidCheck?.(document, undefined);
      marks.delete(document.uri);
    }),
  );
  for (const onDidChange of kind.changes) store.add(onDidChange(checkAll));
  store.add({ dispose: () => waiting.forEach((timer) => clearTimeout(timer)) });

  const selector = { language: kind.language };
  store.add(
    languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: checkedAnew.event,
      provideCodeLenses: (document) => kind.lenses(document, checked.get(document.uri.toString())?.value),
    }),
  );
  store.add(
    languages.registerCodeActionsProvider(selector, {
      provideCodeActions: (document, range, { diagnostics }) =>
        kind.fixes(document, range, diagnostics, current(document)),
    }),
  );
  store.add(
    languages.registerCompletionItemProvider(
      selector,
      { provideCompletionItems: (document, position) => kind.completions(document, position, current(document)) },
      ...kind.completionSigns,
    ),
  );
  if (kind.also) store.add(kind.also(current));
  checkAll();
  return store;
}
