import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { workspace } from 'vscode';
import { registerDocumentTexts, type DocumentTexts } from '../../../src/ui/documentTexts';

const path = '/ncloud-ip/plan/Plan';
const list = '/ncloud-ip-live/drift/list.yaml';

interface Document {
  readonly uri: { readonly scheme: string; readonly path: string };
  version: number;
  text: string;
  getText(): string;
}
type Listener<T> = (value: T) => unknown;
const registered = { dispose: () => undefined };

/** VS Code as far as it concerns documents: it keeps them until `close`, and puts in a new text when `arrive` says so. */
class Editor {
  readonly documents: Document[] = [];
  private readonly stale = new Set<Document>();
  private provider!: { provideTextDocumentContent(uri: object): Promise<string> };
  private opened!: Listener<Document>;
  private closed!: Listener<Document>;
  private readonly changed = new Set<Listener<{ document: Document }>>();

  constructor() {
    Object.assign(workspace, {
      textDocuments: this.documents,
      registerTextDocumentContentProvider: (
        _: string,
        provider: Editor['provider'] & { onDidChange(listener: Listener<Document['uri']>): unknown },
      ) => {
        this.provider = provider;
        provider.onDidChange((uri: Document['uri']) => {
          const document = this.find(uri.path);
          if (document) this.stale.add(document);
        });
        return registered;
      },
      onDidOpenTextDocument: (listener: Listener<Document>) => ((this.opened = listener), registered),
      onDidCloseTextDocument: (listener: Listener<Document>) => ((this.closed = listener), registered),
      onDidChangeTextDocument: (listener: Listener<{ document: Document }>) => {
        this.changed.add(listener);
        return { dispose: () => this.changed.delete(listener) };
      },
      openTextDocument: (uri: Document['uri']) => this.open(uri.path),
    });
  }

  find(wanted: string): Document | undefined {
    return this.documents.find(({ uri }) => uri.path === wanted);
  }
  /** As a link does it, too. */
  async open(wanted: string): Promise<Document> {
    const kept = this.find(wanted);
    if (kept) return kept;
    const uri = { scheme: 'ncloud-ip', path: wanted };
    const text = await this.provider.provideTextDocumentContent(uri);
    const document = { uri, version: 1, text, getText: () => document.text };
    this.documents.push(document);
    this.opened(document);
    return document;
  }
  async arrive(): Promise<void> {
    for (const document of [...this.stale]) {
      this.stale.delete(document);
      const text = await this.provider.provideTextDocumentContent(document.uri);
      if (text === document.text) continue;
      document.text = text;
      document.version++;
      for (const listener of [...this.changed]) listener({ document });
    }
  }
  close(document: Document): void {
    this.documents.splice(this.documents.indexOf(document), 1);
    this.closed(document);
  }
}

describe('the text of a document', () => {
  let editor: Editor;
  let texts: DocumentTexts;
  beforeEach(() => {
    vi.useFakeTimers();
    editor = new Editor();
    texts = registerDocumentTexts((wanted) => Promise.resolve(`written: ${wanted}`));
  });
  afterEach(() => {
    texts.dispose();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
  const begin = async (text: string, to = path): Promise<{ readonly opening: Promise<unknown> }> => {
    texts.give(to, text);
    const opening = texts.open(to);
    await vi.advanceTimersByTimeAsync(0);
    return { opening };
  };
  const give = async (text: string, to = path): Promise<void> => {
    const { opening } = await begin(text, to);
    await editor.arrive();
    await opening;
  };

  it('stands in a document that VS Code kept before it can be drawn', async () => {
    await give('before');
    const isOpen = vi.fn<() => void>();
    const { opening } = await begin('now');
    void opening.then(isOpen);
    await vi.advanceTimersByTimeAsync(500);
    expect(isOpen).not.toHaveBeenCalled();
    await editor.arrive();
    await vi.advanceTimersByTimeAsync(0);
    expect(isOpen).toHaveBeenCalledOnce();
    expect(editor.find(path)?.text).toBe('now');
  });

  it('is not waited for longer than a second', async () => {
    await give('before');
    const { opening } = await begin('now');
    await vi.advanceTimersByTimeAsync(1_000);
    await opening;
    expect(editor.find(path)?.text).toBe('before');
  });

  it('has another version in a document that was closed at its first: the preview remembers by version', async () => {
    await give('before');
    editor.close(editor.find(path)!);
    await give('now');
    expect(editor.find(path)).toMatchObject({ version: 2, text: 'now\n' });
    editor.close(editor.find(path)!);
    await give('at last');
    expect(editor.find(path)).toMatchObject({ version: 1, text: 'at last' });
  });

  it('that came while the page was being loaded is said again, twice', async () => {
    await give('before');
    texts.give(path, 'now');
    await editor.arrive();
    expect(editor.find(path)).toMatchObject({ version: 2, text: 'now' });
    await vi.advanceTimersByTimeAsync(3_000);
    await editor.arrive();
    expect(editor.find(path)).toMatchObject({ version: 3, text: 'now\n' });
    await vi.advanceTimersByTimeAsync(7_000);
    await editor.arrive();
    expect(editor.find(path)).toMatchObject({ version: 4, text: 'now' });
    texts.give(path, 'later');
    await editor.arrive();
    await vi.advanceTimersByTimeAsync(60_000);
    await editor.arrive();
    expect(editor.find(path)).toMatchObject({ version: 5, text: 'later' });
  });

  it('is said again in a document that a link led to as well, and in none that did not change', async () => {
    const document = await editor.open(path);
    await vi.advanceTimersByTimeAsync(3_000);
    await editor.arrive();
    expect(document).toMatchObject({ version: 1, text: `written: ${path}` });
    editor.close(document);
    const again = await editor.open(path);
    await editor.arrive();
    await vi.advanceTimersByTimeAsync(3_000);
    await editor.arrive();
    expect(again).toMatchObject({ version: 3, text: `written: ${path}` });
  });

  it('has no line break more in a list: it is compared with a file', async () => {
    await give('before', list);
    texts.give(list, 'now');
    await editor.arrive();
    await vi.advanceTimersByTimeAsync(3_000);
    await editor.arrive();
    expect(editor.find(list)).toMatchObject({ version: 2, text: 'now' });
    editor.close(editor.find(list)!);
    await give('again', list);
    expect(editor.find(list)).toMatchObject({ version: 1, text: 'again' });
  });

  it('stays when VS Code says only now that it closed the document before', async () => {
    await give('before');
    const kept = editor.find(path)!;
    await vi.advanceTimersByTimeAsync(60_000);
    texts.give(path, 'now');
    const opening = texts.open(path);
    editor.close(kept);
    await vi.advanceTimersByTimeAsync(1_000);
    await opening;
    expect((await editor.open(path)).text).toContain('now');
  });

  it('is forgotten when the document is closed, at once or soon', async () => {
    await give('before');
    editor.close(editor.find(path)!);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(texts.given(path)).toBeUndefined();
    await give('now');
    await vi.advanceTimersByTimeAsync(60_000);
    editor.close(editor.find(path)!);
    expect(texts.given(path)).toBeUndefined();
  });
});
