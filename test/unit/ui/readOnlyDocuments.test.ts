import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, window, workspace } from 'vscode';
import { rewriteDocuments } from '../../../src/features/details/registerDocuments';
import { createEmitter } from '../../../src/session/emitter';
import { documentPath } from '../../../src/words/documentPath';
import { registerReadOnlyDocuments } from '../../../src/ui/readOnlyDocuments';

interface Provider {
  readonly onDidChange: (listener: (uri: { readonly path: string }) => unknown) => unknown;
  provideTextDocumentContent(uri: { readonly path: string }): unknown;
}

const path = '/ncloud-ip/plan/Plan';

describe('a document', () => {
  let provider: Provider;
  let closeDocument: (document: { readonly uri: object; readonly isClosed: boolean }) => void;
  const drawn = vi.fn<(...args: unknown[]) => Promise<unknown>>();
  const source = vi.fn();

  afterEach(() => {
    vi.useRealTimers();
  });
  beforeEach(() => {
    vi.useFakeTimers();
    drawn.mockReset().mockResolvedValue(undefined);
    source.mockReset();
    Object.assign(workspace, {
      registerTextDocumentContentProvider: (_: string, given: Provider) => (provider = given),
      onDidCloseTextDocument: (listener: typeof closeDocument) => (closeDocument = listener),
      onDidOpenTextDocument: () => ({ dispose: () => undefined }),
      onDidChangeTextDocument: () => ({ dispose: () => undefined }),
      textDocuments: [],
      openTextDocument: (uri: { readonly path: string }) =>
        Promise.resolve(provider.provideTextDocumentContent(uri)).then((text) => ({
          uri,
          languageId: uri.path.endsWith('.json') ? 'json' : 'markdown',
          getText: () => text,
        })),
    });
    Object.assign(window, { showTextDocument: source });
    vi.spyOn(commands, 'executeCommand').mockImplementation(drawn as never);
  });

  it('is drawn, in the place and with the focus that was asked for', async () => {
    const documents = registerReadOnlyDocuments(() => Promise.resolve(''));
    await documents.open(path, '# Plan', { preserveFocus: true });
    expect(drawn).toHaveBeenCalledExactlyOnceWith(
      'vscode.openWith',
      expect.objectContaining({ scheme: 'ncloud-ip', path }),
      'vscode.markdown.preview.editor',
      expect.objectContaining({ preserveFocus: true, preview: true }),
    );
    expect(source).not.toHaveBeenCalled();
  });

  it('keeps its tab when another one opens, where it is to stay', async () => {
    const documents = registerReadOnlyDocuments(() => Promise.resolve(''));
    await documents.open(path, '# Kit', { asText: true, stays: true });
    expect(source).toHaveBeenCalledExactlyOnceWith(expect.anything(), expect.objectContaining({ preview: false }));
  });

  it('is shown as its source where nothing draws it, and where that is better to copy from', async () => {
    const documents = registerReadOnlyDocuments(() => Promise.resolve(''));
    drawn.mockRejectedValue(new Error('no such editor'));
    await documents.open(path, '# Plan', { preserveFocus: true });
    expect(source).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ languageId: 'markdown' }),
      expect.objectContaining({ preserveFocus: true }),
    );
    drawn.mockClear();
    await documents.open(path, '# Plan', { asText: true });
    await documents.open('/ncloud-ip-json/plan/Plan.json', '{}');
    expect(drawn).not.toHaveBeenCalled();
    expect(source).toHaveBeenCalledTimes(3);
  });

  it('has another text while it stands open, and none once it was closed', async () => {
    const documents = registerReadOnlyDocuments((wanted) => Promise.resolve(`written: ${wanted}`));
    await documents.open(path, '# Plan');
    documents.replace(path, '# Another');
    expect(await provider.provideTextDocumentContent({ path })).toBe('# Another');
    vi.advanceTimersByTime(60_000);
    closeDocument({ uri: { scheme: 'ncloud-ip', path }, isClosed: true });
    documents.replace(path, '# Too late');
    expect(await provider.provideTextDocumentContent({ path })).toBe(`written: ${path}`);
  });

  it('has the text it was opened with, and is written anew once it was closed', async () => {
    const documents = registerReadOnlyDocuments((wanted) => Promise.resolve(`written: ${wanted}`));
    await documents.open(path, '# Plan');
    expect(await provider.provideTextDocumentContent({ path })).toBe('# Plan');
    closeDocument({ uri: { scheme: 'file', path }, isClosed: true });
    expect(await provider.provideTextDocumentContent({ path })).toBe('# Plan');
    vi.advanceTimersByTime(60_000);
    closeDocument({ uri: { scheme: 'ncloud-ip', path }, isClosed: true });
    expect(await provider.provideTextDocumentContent({ path })).toBe(`written: ${path}`);
  });

  it('is written anew where it stands open, when what it is about was read again', () => {
    const [nic, other, entry] = [
      documentPath(['interface', 'p1', 'KR', '701236'], 'x'),
      documentPath(['subnet', 'p1', 'JPN', '3104'], 'x'),
      documentPath(['entry', 'e1'], 'x'),
    ];
    const read = createEmitter<object>();
    const wrote = createEmitter<undefined>();
    const renamed = createEmitter<undefined>();
    const states = { kind: 'loading' };
    const meant: string[][] = [];
    rewriteDocuments({
      networks: { onDidChange: read.event, state: () => states },
      history: { onDidChange: wrote.event },
      profiles: { onDidChange: renamed.event },
      documents: {
        rewrite: (isMeant: (one: string) => boolean) => void meant.push([nic, other, entry, path].filter(isMeant)),
      },
    } as never);
    read.fire({ profile: { id: 'p1' }, regionCode: 'KR' });
    expect(meant).toEqual([]);
    states.kind = 'loaded';
    read.fire({ profile: { id: 'p1' }, regionCode: 'KR' });
    wrote.fire(undefined);
    // Whose they are stands in them.
    renamed.fire(undefined);
    expect(meant).toEqual([[nic], [nic, entry], [nic, other]]);
  });

  it('loses the text it was opened with when it is written anew', async () => {
    const documents = registerReadOnlyDocuments(() => Promise.resolve('now'));
    const shown: string[] = [];
    provider.onDidChange((uri) => shown.push(uri.path));
    await documents.open(path, 'before');
    Object.assign(workspace, {
      textDocuments: [path, '/ncloud-ip/plan/Other'].map((one) => ({ uri: { scheme: 'ncloud-ip', path: one } })),
    });
    documents.rewrite((one) => one === path);
    expect(shown).toEqual([path, path]);
    expect(await provider.provideTextDocumentContent({ path })).toBe('now');
  });
});
