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

  it('are refused in a new window before anything is loaded, where the profile turned them off', async () => {
    for (const [access, tool, error, left] of [
      ['Look only', 'planUndo', 'lookOnly', looking],
      ['Off', 'listNetwork', 'toolsOff', []],
    ] as const) {
      await workbench.runCommand('NAVER Cloud IP: Set Assistant Access…');
      await workbench.quickInput.waitForTitle('Set Assistant Access · Sandbox');
      await workbench.quickInput.pick(access);
      await workbench.quickInput.waitUntilClosed();
      await expect.poll(offered, { timeout: 30_000 }).toEqual(named(left));
      // What the window knows of the access goes with it: until the extension runs again, all are on offer.
      host.restarts();
      await workbench.page.reload();
      await expect.poll(() => host.loaded().catch(() => undefined), { timeout: 60_000 }).toEqual([]);
      expect(await host.ask(tool), access).toMatchObject({
        error,
        repair: expect.stringMatching(
          /^(The user turned these tools off|This profile lets assistants look only)/,
        ) as string,
      });
      expect(await host.loaded()).toContain('extension.js');
      await workbench.runCommand('Chat: Open Chat');
      await expect.poll(offered, { timeout: 30_000 }).toEqual(named(left));
    }
  }, 240_000);
});
