import { EventEmitter, Uri, workspace, type Disposable, type TextDocument } from 'vscode';
import { documentScheme } from '../words/documentPath';

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

/** How long a text stays without a document, in milliseconds. */
const stays = 10_000;
/** How long VS Code may take to put a new text into a document that it has open, in milliseconds. */
const arrives = 1_000;

/** The address of a document of ours. */
export const documentUri = (path: string): Uri => Uri.from({ scheme: documentScheme, path });
/** Whether a document is ours. */
export const isOurs = ({ uri }: Pick<TextDocument, 'uri'>): boolean => uri.scheme === documentScheme;
/** Tells which of our documents is closed. Of one whose language is changed VS Code says so as well: it is not. */
export function onDidCloseOurs(listener: (path: string) => void): Disposable {
  return workspace.onDidCloseTextDocument((document) => {
    if (isOurs(document) && document.isClosed) listener(document.uri.path);
  });
}

/**
 * Serves the texts of our documents to VS Code until disposed of. `write` makes those that nobody gave, but a link leads to.
 *
 * VS Code keeps a document for minutes after its tab was closed. It may tell that it closed one when the next text was given
 * already, so what was just given stays; and it asks for no new text while it creates a document, so it is told once more.
 */
export function registerDocumentTexts(write: (path: string) => Promise<string>): DocumentTexts {
  const texts = new Map<string, string>();
  const justGiven = new Map<string, NodeJS.Timeout>();
  const changed = new EventEmitter<Uri>();
  const hasText = (document: TextDocument): boolean => {
    const text = texts.get(document.uri.path);
    return text === undefined || inLines(document.getText()) === inLines(text);
  };
  const settle = (path: string): void => {
    justGiven.delete(path);
    if (!workspace.textDocuments.some((one) => isOurs(one) && one.uri.path === path)) texts.delete(path);
  };
  const parts: Disposable[] = [
    changed,
    workspace.registerTextDocumentContentProvider(documentScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async ({ path }) => {
        const text = texts.get(path) ?? (await write(path));
        return texts.get(path) ?? text;
      },
    }),
    workspace.onDidOpenTextDocument((document) => {
      if (isOurs(document) && !hasText(document)) changed.fire(document.uri);
    }),
    onDidCloseOurs((path) => {
      if (!justGiven.has(path)) texts.delete(path);
    }),
  ];
  return {
    give(path, text) {
      texts.set(path, text);
      clearTimeout(justGiven.get(path));
      justGiven.set(
        path,
        setTimeout(() => {
          settle(path);
        }, stays),
      );
      changed.fire(documentUri(path));
    },
    given: (path) => texts.get(path),
    forget(path) {
      texts.delete(path);
      changed.fire(documentUri(path));
    },
    async open(path) {
      const document = await workspace.openTextDocument(documentUri(path));
      await untilSo(document, () => hasText(document));
      return document;
    },
    dispose() {
      for (const timer of justGiven.values()) clearTimeout(timer);
      for (const part of parts) part.dispose();
    },
  };
}

/** VS Code may end lines otherwise than we do. */
const inLines = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

/** Waits until something is so of a document, looking when it changes; not for ever. */
async function untilSo(document: TextDocument, isSo: () => boolean): Promise<void> {
  if (isSo()) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(late);
      changes.dispose();
      resolve();
    };
    const late = setTimeout(end, arrives);
    const changes = workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && isSo()) end();
    });
  });
}
