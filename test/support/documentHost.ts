import { TabInputCustom, window, workspace } from 'vscode';

/** A document as VS Code knows it. */
export interface HostDocument {
  readonly uri: { readonly scheme: string; readonly path: string };
  version: number;
  text: string;
  isClosed: boolean;
  getText(): string;
}
type Listener<T> = (value: T) => unknown;
interface Provider {
  provideTextDocumentContent(uri: HostDocument['uri']): Promise<string>;
  onDidChange(listener: Listener<HostDocument['uri']>): unknown;
}
interface Tab {
  readonly input: TabInputCustom;
  readonly isActive: boolean;
}

/**
 * A stand-in for VS Code as far as it concerns documents: it keeps them until `close`, puts in new texts when told to `arrive`, and
 * asks for none while it creates one. The real one does all of it in its own time, which no test can choose.
 */
export class DocumentHost {
  readonly documents: HostDocument[] = [];
  private readonly stale = new Set<HostDocument>();
  private provider: Provider | undefined;
  private readonly opened = new Set<Listener<HostDocument>>();
  private readonly closed = new Set<Listener<HostDocument>>();
  private readonly changed = new Set<Listener<{ readonly document: HostDocument }>>();
  private readonly tabs = new Set<Listener<{ readonly opened: readonly Tab[]; readonly changed: readonly Tab[] }>>();

  constructor() {
    const to =
      <T>(listeners: Set<Listener<T>>) =>
      (listener: Listener<T>) => {
        listeners.add(listener);
        return { dispose: () => listeners.delete(listener) };
      };
    Object.assign(workspace, {
      textDocuments: this.documents,
      registerTextDocumentContentProvider: (_: string, provider: Provider) => {
        this.provider = provider;
        provider.onDidChange(({ path }) => {
          const document = this.find(path);
          if (document) this.stale.add(document);
        });
        return { dispose: () => undefined };
      },
      onDidOpenTextDocument: to(this.opened),
      onDidCloseTextDocument: to(this.closed),
      onDidChangeTextDocument: to(this.changed),
      openTextDocument: ({ path }: HostDocument['uri']) => this.open(path),
    });
    Object.assign(window, { tabGroups: { ...window.tabGroups, onDidChangeTabs: to(this.tabs) } });
  }

  find(path: string): HostDocument | undefined {
    return this.documents.find(({ uri }) => uri.path === path);
  }
  /** As a link does it, too. */
  async open(path: string): Promise<HostDocument> {
    const kept = this.find(path);
    if (kept) return kept;
    const uri = { scheme: 'ncloud-ip', path };
    const text = (await this.provider?.provideTextDocumentContent(uri)) ?? '';
    const document = { uri, version: 1, text, isClosed: false, getText: () => document.text };
    this.documents.push(document);
    for (const listener of this.opened) listener(document);
    return document;
  }
  async arrive(): Promise<void> {
    for (const document of this.stale) {
      this.stale.delete(document);
      this.change(document, (await this.provider?.provideTextDocumentContent(document.uri)) ?? '');
    }
  }
  change(document: HostDocument, text: string): void {
    if (text === document.text) return;
    document.text = text;
    document.version++;
    for (const listener of this.changed) listener({ document });
  }
  close(document: HostDocument): void {
    this.documents.splice(this.documents.indexOf(document), 1);
    document.isClosed = true;
    for (const listener of this.closed) listener(document);
  }
  changeLanguage(document: HostDocument): void {
    for (const listeners of [this.closed, this.opened]) for (const listener of listeners) listener(document);
  }
  /** A tab that draws the document comes to the front, for the first time or again. */
  show(path: string, isNew = false): void {
    const tab = { input: new TabInputCustom({ scheme: 'ncloud-ip', path } as never, ''), isActive: true };
    for (const listener of this.tabs) listener(isNew ? { opened: [tab], changed: [] } : { opened: [], changed: [tab] });
  }
}
