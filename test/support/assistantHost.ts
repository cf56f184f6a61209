import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { ToolName } from '../../src/tools/toolTable';
import { createTemporaryFolder } from '../host/temporaryFolder.mjs';

/** A language model in the window, as far as the tools see one: test/support/assistantHost/ calls them for it. */
export interface AssistantHost {
  /** For openWorkbench: where the host says how it is reached. */
  readonly extensionEnv: Readonly<Record<string, string>>;
  /** The names of all tools of the window. */
  tools(): Promise<string[]>;
  /** The bundles of the extension that the window has loaded. */
  loaded(): Promise<string[]>;
  /** Whether the window has the focus, as extensions are told. */
  focused(): Promise<boolean>;
  /** Runs a command of the window, also while nobody is at it. */
  command(id: string): Promise<unknown>;
  /** The window is about to be loaded again: what is asked next waits for the new one. */
  restarts(): void;
  /** Calls one of ours; the answer as data. */
  ask(name: ToolName, input?: unknown): Promise<Record<string, unknown>>;
}

/** A host that is not started yet; `assistant: true` of the workbench starts it. */
export function createAssistantHost(): AssistantHost {
  const file = path.join(createTemporaryFolder('assistant'), 'port');
  async function send(body: unknown): Promise<unknown> {
    await expect.poll(() => fs.existsSync(file) && fs.readFileSync(file, 'utf8')).toMatch(/^\d+$/);
    const port = fs.readFileSync(file, 'utf8');
    const response = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: JSON.stringify(body) });
    return response.json();
  }
  return {
    extensionEnv: { NCLOUD_IP_TEST_ASSISTANT: file },
    tools: async () => (await send('tools')) as string[],
    loaded: async () => (await send('loaded')) as string[],
    focused: async () => (await send('focused')) as boolean,
    command: (id) => send({ command: id }),
    restarts: () => fs.rmSync(file),
    ask: async (name, input = {}) => (await send({ name: `ncloud-ip_${name}`, input })) as Record<string, unknown>,
  };
}
