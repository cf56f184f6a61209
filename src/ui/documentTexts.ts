import { EventEmitter, Uri, workspace, type Disposable, type TextDocument } from 'vscode';
import { documentScheme, topicOf } from '../words/documentPath';

/** What stands in our documents. */
export interface DocumentTexts extends Disposable {
  /** Gives a document its text, in place of the one before. */
  give(path: string, text: string): void;
  /** The text that a document was given, until it is closed or forgotten. */
  given(path: string): string | undefined;
  /** What was given counts no more: the document is written anew. */
  forget(path: string): void;
  /** The document of a path, once what it was given stands in it. */
  open(path: string): Promise<TextDocument>;
}

/** When the page of a document is there, counted from its opening in milliseconds: mostly, and on a slow machine. */
const pageIsThere = [3_000, 10_000];
/** How long VS Code may take to put a new text into a document that it has open, in milliseconds. */
const textArrives = 1_000;

/** The address of a document of ours. */
export const documentUri = (path: string): Uri => Uri.from({ scheme: documentScheme, path });
const isOurs = ({ uri }: Pick<TextDocument, 'uri'>): boolean => uri.scheme === documentScheme;

/**
 * Serves the texts of our documents to VS Code until disposed of. `write` makes those that nobody opened, but a link leads to.
 *
 * What VS Code draws may be older than the document, in three ways, and each is answered here:
 * - The preview keeps what it made of the last document by its address and version (markdownEngine.ts, TokenCache), and the
 *   version of a document that was closed starts at 1 again. One that was closed at 1 is brought to 2 when it opens again.
 * - A page that is still being loaded does not hear of a new text: after 200 ms it is told, whether its script listens or not
 *   (webview/browser/pre/index.html, hookupOnLoadHandlers). What changed by then is said again when it must be there.
 * - VS Code keeps documents for minutes after their tab was closed, and may tell that it closed one when it was given its
 *   next text already. A text that was just given stays.
 * The next version and saying it again both take a text that differs: by a line break at its end, which nobody sees drawn.
 */
export function registerDocumentTexts(write: (path: string) => Promise<string>): DocumentTexts {
  const texts = new Map<string, string>();
  const longer = new Set<string>();
  const closedAtFirst = new Set<string>();
  const changed = new EventEmitter<Uri>();
  /** The pages that may still be loading, and whether their text changed meanwhile. */
  const loading = new Map<string, { readonly timers: readonly NodeJS.Timeout[]; isChanged: boolean }>();

  const textOf = (path: string, text: string): string => (longer.has(path) ? `${text}\n` : text);
  const sayAgain = (path: string): void => {
    // What is read as it is, or compared, has no line break more.
    if (topicOf(path)?.form !== 'md') return;
    if (!longer.delete(path)) longer.add(path);
    changed.fire(documentUri(path));
  };
  const endPage = (path: string): void => {
    for (const timer of loading.get(path)?.timers ?? []) clearTimeout(timer);
    loading.delete(path);
  };
  const expectPage = (path: string): void => {
    endPage(path);
    const timers = pageIsThere.map((after) =>
      setTimeout(() => {
        if (loading.get(path)?.isChanged) sayAgain(path);
        if (after !== pageIsThere.at(-1)) return;
        endPage(path);
        if (!workspace.textDocuments.some((one) => isOurs(one) && one.uri.path === path)) texts.delete(path);
      }, after),
    );
    loading.set(path, { timers, isChanged: false });
  };

  const parts: Disposable[] = [
    changed,
    workspace.registerTextDocumentContentProvider(documentScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async ({ path }) => textOf(path, texts.get(path) ?? (await write(path))),
    }),
    workspace.onDidOpenTextDocument((document) => {
      if (!isOurs(document)) return;
      const { path } = document.uri;
      expectPage(path);
      if (closedAtFirst.delete(path)) sayAgain(path);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      const page = isOurs(document) ? loading.get(document.uri.path) : undefined;
      if (page) page.isChanged = true;
    }),
    workspace.onDidCloseTextDocument((document) => {
      if (!isOurs(document)) return;
      const { path } = document.uri;
      if (!loading.has(path)) texts.delete(path);
      longer.delete(path);
      if (document.version === 1) closedAtFirst.add(path);
    }),
  ];
  return {
    give(path, text) {
      texts.set(path, text);
      changed.fire(documentUri(path));
    },
    given: (path) => texts.get(path),
    forget(path) {
      texts.delete(path);
      changed.fire(documentUri(path));
    },
    async open(path) {
      expectPage(path);
      const document = await workspace.openTextDocument(documentUri(path));
      const text = texts.get(path);
      if (text !== undefined) await untilSo(document, () => document.getText() === textOf(path, text));
      expectPage(path);
      return document;
    },
    dispose() {
      for (const path of [...loading.keys()]) endPage(path);
      for (const part of parts) part.dispose();
    },
  };
}

/** Waits until something is so of a document, looking when it changes; not for ever. */
async function untilSo(document: TextDocument, isSo: () => boolean): Promise<void> {
  if (isSo()) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(late);
      changes.dispose();
      resolve();
    };
    const late = setTimeout(end, textArrives);
    const changes = workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && isSo()) end();
    });
  });
}
