import { EventEmitter, languages, workspace } from 'vscode';
import type { CodeActionProvider, CompletionItemProvider, Position, TextDocument } from 'vscode';
import { textPlaces } from './textPlaces';

/** An editor with one open document, as far as one that follows texts sees it. */
export interface TextHost {
  readonly document: TextDocument;
  /** A key: adds to the end of the text and tells it. */
  type(text: string): void;
  /** Asks for completions, as VS Code does while somebody types. */
  complete(): void;
  /** Asks for the ways out at the cursor. */
  fix(): void;
  close(): void;
  /** What is marked now. */
  marks(): readonly unknown[] | undefined;
  /** Told whenever marks are set. */
  readonly onDidMark: EventEmitter<void>['event'];
}

/** Takes the place of the stand-in's workspace and languages. */
export function textHost(languageId = 'ncloud-ip-yaml', initial = ''): TextHost {
  const opened = new EventEmitter<TextDocument>();
  const changed = new EventEmitter<{ readonly document: TextDocument }>();
  const closed = new EventEmitter<TextDocument>();
  const marked = new EventEmitter<void>();
  const set = new Map<string, readonly unknown[]>();
  const providers: { actions?: CodeActionProvider; items?: CompletionItemProvider } = {};
  let text = initial;
  let version = 1;
  let isClosed = false;
  /** Looked for once for each text, as in VS Code. */
  let places: ReturnType<typeof textPlaces> | undefined;
  const document = {
    uri: { path: '/projects/web.ncloud-ip.yaml', toString: () => 'file' },
    languageId,
    getText: () => text,
    positionAt: (offset: number) => (places ??= textPlaces(text)).positionAt(offset),
    offsetAt: (position: Position) => (places ??= textPlaces(text)).offsetAt(position),
    get version() {
      return version;
    },
    get isClosed() {
      return isClosed;
    },
  } as unknown as TextDocument;
  const nothing = { dispose: () => undefined };
  Object.assign(workspace, {
    textDocuments: [document],
    onDidOpenTextDocument: opened.event,
    onDidChangeTextDocument: changed.event,
    onDidCloseTextDocument: closed.event,
  });
  Object.assign(languages, {
    createDiagnosticCollection: () => ({
      set(uri: unknown, marks: readonly unknown[]) {
        set.set(String(uri), marks);
        marked.fire();
      },
      delete: (uri: unknown) => set.delete(String(uri)),
      dispose: () => undefined,
    }),
    registerCodeLensProvider: () => nothing,
    registerHoverProvider: () => nothing,
    registerDefinitionProvider: () => nothing,
    registerCodeActionsProvider: (_: unknown, actions: CodeActionProvider) => ((providers.actions = actions), nothing),
    registerCompletionItemProvider: (_: unknown, items: CompletionItemProvider) => ((providers.items = items), nothing),
  });
  const none = undefined as never;
  return {
    document,
    type(more) {
      text += more;
      places = undefined;
      version++;
      changed.fire({ document });
    },
    complete: () => void providers.items?.provideCompletionItems(document, none, none, none),
    fix: () => void providers.actions?.provideCodeActions(document, none, { diagnostics: [] } as never, none),
    close() {
      isClosed = true;
      closed.fire(document);
    },
    marks: () => set.get(String(document.uri)),
    onDidMark: marked.event,
  };
}
