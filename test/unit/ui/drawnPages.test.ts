import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from 'vscode';
import { keepPagesFresh } from '../../../src/ui/drawnPages';
import { DocumentHost, type HostDocument } from '../../support/documentHost';

const path = '/ncloud-ip/plan/Plan';

describe('the page of a document', () => {
  let host: DocumentHost;
  let pages: { dispose(): void };
  const draw = vi.fn<(command: string) => Promise<void>>();
  beforeEach(() => {
    vi.useFakeTimers();
    draw.mockReset().mockResolvedValue();
    vi.spyOn(commands, 'executeCommand').mockImplementation(draw as never);
    host = new DocumentHost();
    pages = keepPagesFresh();
  });
  afterEach(() => {
    pages.dispose();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
  const shown = async (): Promise<HostDocument> => {
    const document = await host.open(path);
    host.show(path, true);
    return document;
  };

  it('is not drawn twice without need', async () => {
    await shown();
    await vi.advanceTimersByTimeAsync(60_000);
    host.show(path);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(draw).not.toHaveBeenCalled();
  });

  it('is drawn anew for a text that came while it was being loaded, once the preview takes it', async () => {
    const document = await shown();
    host.change(document, 'now');
    await vi.advanceTimersByTimeAsync(400);
    host.change(document, 'a moment later');
    await vi.advanceTimersByTimeAsync(499);
    expect(draw).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(draw).toHaveBeenCalledExactlyOnceWith('markdown.preview.refresh');
    await vi.advanceTimersByTimeAsync(10_000);
    host.change(document, 'when it is there');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(draw).toHaveBeenCalledOnce();
  });

  it('is drawn anew when its tab comes back to the front with another text than it was loaded with', async () => {
    const document = await shown();
    await vi.advanceTimersByTimeAsync(60_000);
    host.change(document, 'told to the page');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(draw).not.toHaveBeenCalled();
    host.show(path);
    await vi.advanceTimersByTimeAsync(0);
    expect(draw).toHaveBeenCalledOnce();
    host.show(path);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(draw).toHaveBeenCalledOnce();
  });

  it('is drawn anew for each of two documents that change at once', async () => {
    const document = await shown();
    const other = await host.open('/ncloud-ip/plan/Other');
    host.show('/ncloud-ip/plan/Other', true);
    host.change(document, 'now');
    await vi.advanceTimersByTimeAsync(300);
    host.change(other, 'now');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(draw).toHaveBeenCalledTimes(2);
  });

  it('is of nothing that was remembered when its document was closed and opens again', async () => {
    host.close(await host.open(path));
    expect(draw).not.toHaveBeenCalled();
    await host.open(path);
    expect(draw).toHaveBeenCalledOnce();
    host.changeLanguage(host.find(path)!);
    expect(draw).toHaveBeenCalledOnce();
  });

  it('may be drawn by nobody: then nothing happens', async () => {
    draw.mockRejectedValue(new Error('no such command'));
    host.close(await host.open(path));
    await host.open(path);
    await vi.advanceTimersByTimeAsync(0);
    expect(draw).toHaveBeenCalledOnce();
  });
});
