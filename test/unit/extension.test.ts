import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExtensionContext } from 'vscode';
import type { DisposableStore } from '../../src/session/disposableStore';

type Run = (...given: unknown[]) => Promise<unknown>;

/** Activates the extension in a stand-in of VS Code, with `open` as what opens the services. */
async function activated(open: (store: DisposableStore) => Promise<unknown>) {
  vi.resetModules();
  const registered = new Map<string, Run>();
  const messages: string[] = [];
  const nothing = { dispose: () => undefined };
  vi.doMock('vscode', () => ({
    commands: { registerCommand: (id: string, run: Run) => (registered.set(id, run), nothing) },
    l10n: { t: (text: string, ...args: string[]) => text.replace(/\{(\d)\}/g, (_, at: string) => args[Number(at)]!) },
    lm: { registerTool: () => nothing },
    window: {
      registerUriHandler: () => nothing,
      showErrorMessage: (text: string) => Promise.resolve(void messages.push(text)),
    },
  }));
  const opening = vi.fn((_extension: ExtensionContext, store: DisposableStore) => open(store));
  vi.doMock('../../src/openServices', () => ({ openServices: opening }));
  const { activate } = await import('../../src/extension');
  const subscriptions: { dispose(): void }[] = [];
  activate({ subscriptions } as unknown as ExtensionContext);
  return {
    opening,
    messages,
    run: (id: string) => registered.get(id)!(),
    dispose: () => subscriptions.forEach((one) => one.dispose()),
  };
}

const services = {
  view: { selection: [] },
  features: () => Promise.resolve({ run: (id: string) => Promise.resolve(`ran ${id}`) }),
};

describe('activate', () => {
  beforeEach(() => void vi.resetModules());
  afterEach(() => {
    vi.doUnmock('vscode');
    vi.doUnmock('../../src/openServices');
    vi.resetModules();
  });

  it('opens nothing by itself; a moment later the services, once', async () => {
    const { opening, run } = await activated(() => Promise.resolve(services));
    expect(opening).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(opening).toHaveBeenCalledOnce());
    expect(await run('ncloudIp.refresh')).toBe('ran ncloudIp.refresh');
    expect(opening).toHaveBeenCalledOnce();
  });

  it('opens them for a command that comes sooner, which waits for them', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const { opening, run } = await activated(() => promise);
    const ran = run('ncloudIp.refresh');
    await vi.waitFor(() => expect(opening).toHaveBeenCalledOnce());
    resolve(services);
    expect(await ran).toBe('ran ncloudIp.refresh');
  });

  it('says that opening failed, takes back what was opened of it, and the next command tries again', async () => {
    const takenBack = vi.fn();
    let isBroken = true;
    const { messages, run } = await activated((store) => {
      store.add({ dispose: takenBack });
      return isBroken ? Promise.reject(new Error('no view')) : Promise.resolve(services);
    });
    await vi.waitFor(() => expect(messages).toHaveLength(1));
    expect(messages[0]).toContain('could not start: Error: no view');
    expect(takenBack).toHaveBeenCalledOnce();
    await expect(run('ncloudIp.refresh')).rejects.toThrow('no view');
    isBroken = false;
    expect(await run('ncloudIp.refresh')).toBe('ran ncloudIp.refresh');
  });

  it('opens nothing any more once it has ended, and ends what was opened meanwhile', async () => {
    const early = await activated(() => Promise.resolve(services));
    early.dispose();
    await wait(20);
    expect(early.opening).not.toHaveBeenCalled();

    const ended = vi.fn();
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const late = await activated((store) => (store.add({ dispose: ended }), promise));
    await vi.waitFor(() => expect(late.opening).toHaveBeenCalledOnce());
    late.dispose();
    resolve(services);
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
  });
});
