import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';

describe('many interfaces at once', () => {
  const stage = useStage({
    sandbox: { scenario: 'large', nics: 60, delay: 1500 },
    settings: { 'ncloudIp.confirm': 'risky' },
  });

  it('stops a change of twenty interfaces when it is cancelled, and takes back what was done', async () => {
    const { notifications, tree, menus, quickInput, page } = stage.workbench;
    await tree.expand('team-1-pub-1');
    const rows = page.locator('.sidebar .monaco-list-row', { hasText: /· 0\/5 ·/ });
    await rows.nth(19).waitFor();
    for (let index = 0; index < 20; index++) await rows.nth(index).click({ modifiers: ['ControlOrMeta'] });
    await menus.choose(rows.nth(19), 'Assign Secondary IPs…');
    await quickInput.waitForTitle('20 interfaces');
    // Eight are under way at once: with answers this slow the last of them have not left when the first are done.
    await stage.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'stall', ms: 4_000, times: 20 }]);
    await quickInput.pick('1');
    const progress = /[1-9]\d?\/20/;
    await notifications.waitFor(progress);
    await stage.workbench.screenshot('bulk-progress');
    await notifications.press(progress, 'Cancel');
    const message = await notifications.waitFor(/Steps not sent: \d+ of 20\./, 60_000);
    const done = (await stage.writes()).length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(20);
    expect(message).toContain(`Canceled. Steps not sent: ${20 - done} of 20.`);

    await notifications.press(/Steps not sent/, 'Undo');
    await notifications.dialogText();
    await notifications.pressInDialog('Undo');
    await expect.poll(async () => (await stage.writes()).length, { timeout: 30_000 }).toBe(2 * done);
    await notifications.waitFor(new RegExp(`no longer has|${done} of ${done} interfaces changed as planned`), 60_000);
  });
});
