import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';

describe('Copy As', () => {
  const stage = useStage({ sandbox: { delay: 0 } });
  const clipboard = (): Promise<string> => stage.workbench.readClipboard();

  it.each([
    ['CSV', /,203\.0\.113\.24,[\w-]+ \(\d+\),primary,10\.0\.10\.14\r?$/m],
    ['JSON', /"publicIp": "203\.0\.113\.24",\s+"acg": "[\w-]+ \(\d+\)"/],
    ['Markdown table', /\| 203\.0\.113\.24 \| [\w-]+ \(\d+\) \| primary \| 10\.0\.10\.14 \|/],
  ])('%s has the public IP and the ACG of an interface', async (format, expected) => {
    const { menus, quickInput, tree } = stage.workbench;
    await tree.expand('web-pub');
    await menus.choose(tree.row(/^web-01/), 'Copy As…');
    await quickInput.pick(format);
    await expect.poll(clipboard).toMatch(expected);
  });

  it('copies the calls of a plan from its review, which goes on; and later from the history', async () => {
    const { keyboard, menus, notifications, page, quickInput, tree } = stage.workbench;
    const list = 'assignSecondaryIps --regionCode KR --networkInterfaceNo 701242 --secondaryIpList 10.0.20.200';
    await stage.workbench.runCommand('NAVER Cloud IP: Find Address…');
    await quickInput.type('10.0.20.200');
    await quickInput.pick('Assign 10.0.20.200 Here…');
    await quickInput.pick('db-01/eth0');
    await quickInput.waitForTitle('Sandbox · KR');
    await keyboard.pick('Copy as ncloud CLI commands');
    await expect.poll(clipboard).toBe(`ncloud vserver ${list} --output json`);
    await stage.workbench.screenshot('copy-plan');
    await quickInput.pickAndStay('Copy as curl');
    await expect
      .poll(clipboard)
      .toContain(`${stage.sandbox.url}/vserver/v2/assignSecondaryIps?regionCode=KR&networkInterfaceNo=701242&`);
    for (const secret of [stage.sandbox.accessKey, stage.sandbox.secretKey]) {
      expect(await clipboard()).not.toContain(secret);
    }
    expect(await stage.writes()).toEqual([]);
    await quickInput.pick('Assign');
    await notifications.waitFor('db-01/eth0 now has 10.0.20.200.');
    await notifications.clear();
    const history = page.locator('.sidebar .pane-header[aria-label^="History"]');
    await history.click();
    await menus.choose(tree.row(/^Assign 10\.0\.20\.200/), 'Copy As…');
    await quickInput.pick('ncloud CLI commands');
    await expect.poll(clipboard).toContain(list);
    await history.click();
  });
});
