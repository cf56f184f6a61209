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
  /** `current` gives the text checked as it stands: it costs a check, so only what needs it calls it. */
  readonly completions: (
    document: TextDocument,
    position: Position,
    current: () => Checked,
  ) => ProviderResult<CompletionList>;
  /** Told of each check, and of a text that was closed. */
  readonly onDidCheck?: (document: TextDocument, checked: Checked | undefined) => void;
  /** What else looks at a text, with the text checked as it stands. */
  readonly also?: (current: (document: TextDocument) => Checked) => Disposable;
  readonly completionSigns: readonly string[];
  /** What texts are checked on has changed. */
  readonly changes: readonly Event<unknown>[];
}

/**
 * A text is checked once the keys have rested (ms) for half as long as its last check took: one of 2,000 addresses is marked
 * within 100 ms of the last key, and one that takes a second is not checked between two keys.
 */
const rest = { least: 30, most: 300 } as const;

/** What came of a check, and what it cost. */
interface Known<Checked> {
  readonly value: Checked;
  readonly version: number;
  readonly tookMs: number;
}

/** Follows every open text of a kind: marks while typing, lenses, fixes and completions, until disposed of. */
export function followText<Checked>(kind: TextKind<Checked>): Disposable {
  const store = new DisposableStore();
  const marks = store.add(languages.createDiagnosticCollection(kind.language));
  const checkedAnew = store.add(new EventEmitter<void>());
  const checked = new Map<string, Known<Checked>>();
  /** Checked before something changed that they are checked on. */
  const outdated = new Set<string>();
  const waiting = new Map<string, NodeJS.Timeout>();

  function check(document: TextDocument): Checked {
    const key = document.uri.toString();
    const { version } = document;
    const begun = performance.now();
    const value = kind.check(document);
    const found = kind.marks(document, value);
    checked.set(key, { value, version, tookMs: performance.now() - begun });
    outdated.delete(key);
    marks.set(document.uri, found);
    kind.onDidCheck?.(document, value);
    checkedAnew.fire();
    return value;
  }
  /** The text as it stands, checked now where it was not yet. */
  function current(document: TextDocument): Checked {
    const key = document.uri.toString();
    const known = checked.get(key);
    return known?.version === document.version && !outdated.has(key) ? known.value : check(document);
  }
  function checkSoon(document: TextDocument): void {
    if (document.languageId !== kind.language) return;
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    const took = checked.get(key)?.tookMs ?? 0;
    waiting.set(
      key,
      setTimeout(
        () => {
          waiting.delete(key);
          // Who asked meanwhile had it checked.
          if (!document.isClosed) current(document);
        },
        Math.min(rest.most, Math.max(rest.least, took / 2)),
      ),
    );
  }
  function checkAll(): void {
    for (const key of checked.keys()) outdated.add(key);
    workspace.textDocuments.forEach(checkSoon);
  }

  store.add(workspace.onDidOpenTextDocument(checkSoon));
  store.add(workspace.onDidChangeTextDocument(({ document }) => checkSoon(document)));
  store.add(
    workspace.onDidCloseTextDocument((document) => {
      outdated.delete(document.uri.toString());
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
      { provideCompletionItems: (document, position) => kind.completions(document, position, () => current(document)) },
      ...kind.completionSigns,
    ),
  );
  if (kind.also) store.add(kind.also(current));
  checkAll();
  return store;
}
