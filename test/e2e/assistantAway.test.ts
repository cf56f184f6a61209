import { describe, expect, it } from 'vitest';
import { createAssistantHost } from '../support/assistantHost';
import { goAwayFrom } from '../support/awayFrom';
import { useStage } from '../support/stage';

const assign = { changes: [{ kind: 'assign', interface: 'web-01/eth0', addresses: ['10.0.10.11'] }] };

describe('an assistant that asks while nobody is at the window', () => {
  const host = createAssistantHost();
  const stage = useStage({ assistant: true, clock: true, extensionEnv: host.extensionEnv });
  /** The editor's own question is answered as by a host that approves everything: no mouse, no key, no focus. */
  const approve = async (): Promise<void> => {
    const { page } = stage.workbench;
    const yes = page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Yes' });
    await yes.waitFor({ state: 'attached' });
    await yes.dispatchEvent('click');
    await yes.waitFor({ state: 'detached' });
  };
  const goAway = async (): Promise<() => Promise<void>> => {
    // The editor notices that the focus leaves where it saw it come.
    await host.command('ncloudIp.network.focus');
    const comeBack = await goAwayFrom(stage.workbench.page);
    await expect.poll(() => host.focused()).toBe(false);
    return comeBack;
  };
  const dialogs = (): Promise<number> => stage.workbench.page.locator('.monaco-dialog-box').count();

  it('waits, says so, and asks once somebody is back', async () => {
    const { notifications, page } = stage.workbench;
    const { planId, digest } = await host.ask('planChange', assign);
    await host.command('clock.now');
    const comeBack = await goAway();
    await host.command('clock.twoMinutesLater');
    const applying = host.ask('applyPlan', { planId, digest });
    await approve();
    await expect
      .poll(async () => (await notifications.texts()).join())
      .toContain(
        'An assistant asks for a change: Assign 10.0.10.11 to web-01/eth0. You are asked as soon as you are back in this window.',
      );
    await page.waitForTimeout(2_000);
    expect(await dialogs()).toBe(0);
    await comeBack();
    expect(await notifications.dialogText()).toContain('An assistant asks: Assign 10.0.10.11 to web-01/eth0?');
    await stage.workbench.screenshot('assistant-back');
    expect(await stage.writes()).toEqual([]);
    await notifications.pressInDialog('Assign');
    expect(await applying).toMatchObject({ result: 'applied' });
    await host.command('clock.now');
  });

  it('asks at once when somebody has just left', async () => {
    const { notifications } = stage.workbench;
    const { planId, digest } = await host.ask('planChange', assign);
    const comeBack = await goAway();
    const applying = host.ask('applyPlan', { planId, digest });
    await approve();
    await expect.poll(dialogs).toBe(1);
    await comeBack();
    await notifications.pressInDialog('Cancel');
    expect(await applying).toMatchObject({ reason: 'declined' });
    expect(await stage.writes()).toEqual([]);
  });
});
