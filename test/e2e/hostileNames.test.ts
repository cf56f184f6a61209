import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';

const run = `command:ncloudIp.unassignSecondaryIps?${encodeURIComponent(
  JSON.stringify([{ networkInterfaceNo: '701237', secondaryIps: ['10.0.10.20'], confirm: false }]),
)}`;

describe('text from outside', () => {
  const stage = useStage({ sandbox: { delay: 0 } });
  const anchors = (): Promise<number> => stage.workbench.page.locator('.notifications-toasts a[href]').count();

  it('of a deep link is no link in a message, and changes nothing', async () => {
    const { notifications, quickInput } = stage.workbench;
    const link = `vscode://ncloud-ip.ncloud-ip/address/10.0.10.20?profile=${encodeURIComponent(`[production](${run})`)}`;
    await stage.workbench.runCommand('Developer: Open URL');
    await quickInput.type(link);
    await quickInput.accept();
    await notifications.dialogText();
    await notifications.pressInDialog('Open');
    expect(await notifications.waitFor('This link')).toBe('This link refers to a profile that does not exist here.');
    expect(await anchors()).toBe(0);
    await quickInput.cancel();
    expect(await stage.writes()).toEqual([]);
    expect(await stage.secondaryIps('701237')).toContain('10.0.10.20');
  });

  it('in the name of a server is no link where a change is told of', async () => {
    const { tree, menus, notifications, quickInput } = stage.workbench;
    await stage.sandbox.change({ rename: { networkInterfaceNo: '701236', name: `[web](${run}) $(bug)\u202eten` } });
    await stage.workbench.runCommand('NAVER Cloud IP: Refresh');
    await tree.expand('web-pub');
    await menus.choose(tree.row(/^\[web\]/), 'Assign Secondary IPs…');
    await quickInput.waitForTitle('(1/');
    await quickInput.pick('Propose addresses for me');
    await quickInput.pick('1');
    await expect.poll(() => quickInput.checked()).toHaveLength(1);
    await quickInput.confirm();
    await quickInput.pick('Assign');
    const told = await notifications.waitFor('now has 10.0.10.8');
    expect(told).toContain('[web] (command:');
    expect(told).not.toContain('\u202e');
    expect(await anchors()).toBe(0);
    expect((await stage.writes()).map(({ action }) => action)).toEqual(['assignSecondaryIps']);
  });
});
