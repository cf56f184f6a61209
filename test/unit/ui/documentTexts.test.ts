import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerDocumentTexts, type DocumentTexts } from '../../../src/ui/documentTexts';
import { DocumentHost } from '../../support/documentHost';

const path = '/ncloud-ip/plan/Plan';

describe('the text of a document', () => {
  let host: DocumentHost;
  let texts: DocumentTexts;
  const write = vi.fn<(path: string) => Promise<string>>();
  beforeEach(() => {
    vi.useFakeTimers();
    write.mockReset().mockResolvedValue('written');
    host = new DocumentHost();
    texts = registerDocumentTexts(write);
  });
  afterEach(() => {
    texts.dispose();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
  const give = async (text: string): Promise<void> => {
    texts.give(path, text);
    await texts.open(path);
  };

  /** Gives a text where another one stands, and says whether its document is open. */
  const giveNext = async (): Promise<() => boolean> => {
    await give('before');
    let isOpen = false;
    void give('now').then(() => (isOpen = true));
    return () => isOpen;
  };

  it('stands in a document that VS Code kept before it can be drawn', async () => {
    const isOpen = await giveNext();
    await vi.advanceTimersByTimeAsync(500);
    expect(isOpen()).toBe(false);
    await host.arrive();
    await vi.advanceTimersByTimeAsync(0);
    expect(isOpen()).toBe(true);
    expect(host.find(path)?.text).toBe('now');
  });

  it('is waited for a second, and not longer', async () => {
    const isOpen = await giveNext();
    await vi.advanceTimersByTimeAsync(999);
    expect(isOpen()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isOpen()).toBe(true);
  });

  it('is not waited for when only its lines end otherwise', async () => {
    await give('a\nb');
    host.change(host.find(path)!, 'a\r\nb');
    await texts.open(path);
    expect(host.find(path)?.text).toBe('a\r\nb');
  });

  it('given while VS Code creates the document stands in it', async () => {
    let written: (text: string) => void = () => undefined;
    write.mockReturnValue(new Promise((resolve) => (written = resolve)));
    const link = host.open(path);
    texts.give(path, 'now');
    written('written');
    expect((await link).text).toBe('now');
    // One that was given only after VS Code got the text is asked for when the document is there.
    const other = '/ncloud-ip/plan/Other';
    write.mockImplementation(() => {
      queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => texts.give(other, 'late'))));
      return Promise.resolve('written');
    });
    await host.open(other);
    await vi.advanceTimersByTimeAsync(0);
    await host.arrive();
    expect(host.find(other)?.text).toBe('late');
  });

  it('stays when VS Code says only now that it closed the document before', async () => {
    await give('before');
    const kept = host.find(path)!;
    await vi.advanceTimersByTimeAsync(60_000);
    texts.give(path, 'now');
    host.close(kept);
    expect((await host.open(path)).text).toBe('now');
  });

  it('stays when the language of its document is changed', async () => {
    await give('before');
    await vi.advanceTimersByTimeAsync(60_000);
    host.changeLanguage(host.find(path)!);
    expect(texts.given(path)).toBe('before');
  });

  it('is forgotten when the document is closed, at once or soon', async () => {
    await give('before');
    host.close(host.find(path)!);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(texts.given(path)).toBeUndefined();
    await give('now');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(texts.given(path)).toBe('now');
    host.close(host.find(path)!);
    expect(texts.given(path)).toBeUndefined();
  });
});
