import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandboxProcess } from '../host/sandboxProcess.mjs';
import { createAssistantHost } from '../support/assistantHost';
import { Chat } from '../support/chat';
import { openWorkbench, type Workbench } from '../support/workbench';

const looking = ['FindAddress', 'GetHistory', 'GetInterface', 'ListFindings', 'ListNetwork', 'UnusedAddresses'];
const proposing = ['ApplyPlan', 'PlanChange', 'PlanUndo'];
const named = (names: readonly string[]): string[] => names.map((name) => `#ncloudIp${name}`).sort();
const all = named([...looking, ...proposing]);

describe('the tools in a chat', () => {
  const host = createAssistantHost();
  let sandbox: { readonly line: string; stop(): Promise<void> } | undefined;
  let workbench: Workbench;
  const offered = async (): Promise<string[]> => (await new Chat(workbench.page).offeredTools()).sort();

  beforeAll(async () => {
    sandbox = (await startSandboxProcess(['--delay', '0'])) as NonNullable<typeof sandbox>;
    const settings = { 'chat.disableAIFeatures': false };
    workbench = await openWorkbench({ sandbox, assistant: true, extensionEnv: host.extensionEnv, settings });
    await workbench.runCommand('Chat: Open Chat');
  });
  afterAll(() => sandbox?.stop());

  it('are offered before anything of the extension is loaded, and the first use loads it', async () => {
    await expect.poll(offered, { timeout: 30_000 }).toEqual(all);
    expect(await host.loaded()).toEqual([]);
    expect(await host.ask('findAddress', { addresses: ['10.0.10.20'] })).toMatchObject({ isComplete: true });
    expect(await host.loaded()).toEqual(expect.arrayContaining(['extension.js', 'features.js', 'tools.js']));
    expect(await host.loaded()).not.toContain('change.js');
    expect(await offered()).toEqual(all);
  });

  it('are those that the profile allows, where others are refused as well', async () => {
    for (const [access, names, error] of [
      ['Look only', looking, 'lookOnly'],
      ['Off', [], 'toolsOff'],
      ['Look and propose', [...looking, ...proposing], 'nothingToUndo'],
    ] as const) {
      await workbench.runCommand('NAVER Cloud IP: Set Assistant Access…');
      await workbench.quickInput.waitForTitle('Set Assistant Access · Sandbox');
      await workbench.quickInput.pick(access);
      await workbench.quickInput.waitUntilClosed();
      await expect.poll(offered, { timeout: 30_000 }).toEqual(named(names));
      if (access === 'Look only') await workbench.screenshot('assistant-offer');
      expect(await host.ask('planUndo'), access).toMatchObject({ error });
      // Other extensions see all tools at any time: for them there is only the refusal.
      expect((await host.tools()).filter((name) => name.startsWith('ncloud-ip_'))).toHaveLength(9);
    }
  });
});
