import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';
import { subnetMap } from '../support/subnetMap';

describe('links to a place in the tree', () => {
  const stage = useStage({ sandbox: { delay: 0 }, ownWindow: true });

  /** Opens a link as the operating system would hand it over, and allows it. */
  async function open(link: string): Promise<void> {
    const { quickInput, notifications } = stage.workbench;
    await stage.workbench.runCommand('Developer: Open URL');
    await quickInput.type(link);
    await quickInput.accept();
    expect(await notifications.dialogText()).toContain("Allow 'NAVER Cloud IP' extension to open this URI?");
    await notifications.pressInDialog('Open');
  }
  const selected = async (): Promise<string[]> =>
    (await stage.workbench.tree.rows()).filter(({ isSelected }) => isSelected).map(({ text }) => text);

  it('to a profile that is not here says so, and searches what is shown', async () => {
    const { notifications, quickInput } = stage.workbench;
    await open('vscode://ncloud-ip.ncloud-ip/address/10.0.10.20?profile=production');
    await notifications.waitFor('This link refers to a profile that does not exist here.');
    await quickInput.waitForTitle('Find Address');
    expect(await quickInput.value()).toBe('10.0.10.20');
    await expect.poll(async () => (await quickInput.items())[0]).toContain('10.0.10.20, secondary');
    await quickInput.cancel();
  });

  it.each([
    '/address/10.0.10.999?profile=Sandbox',
    '/assign/10.0.10.11?profile=Sandbox&networkInterfaceNo=701236&confirm=false',
  ])('that is none says so and does nothing: %s', async (link) => {
    const { notifications, quickInput } = stage.workbench;
    await open(`vscode://ncloud-ip.ncloud-ip${link}`);
    expect(await notifications.waitFor('This link is not valid')).toBe('This link is not valid.');
    await quickInput.waitUntilClosed();
    expect(await stage.writes()).toEqual([]);
  });

  it('to a subnet opens its map, at the address that it names', async () => {
    await open('vscode://ncloud-ip.ncloud-ip/subnet/3104?address=10.0.10.20');
    const map = subnetMap(stage.workbench.page);
    await map.waitFor('10.0.10.20');
    await expect.poll(() => map.focused()).toContain('10.0.10.20,');
  });

  it('copied from a row, leads to that row again, whatever the profile is called', async () => {
    const { menus, tree, quickInput } = stage.workbench;
    await stage.workbench.runCommand('NAVER Cloud IP: Rename Profile…');
    await quickInput.pick('Sandbox');
    await quickInput.waitForMessage('Name for this account');
    await quickInput.type('R&D + 50% #1');
    await quickInput.accept();
    await quickInput.waitUntilClosed();
    await tree.expand('web-pub');
    await tree.expand(/^web-02/);
    await menus.choose(tree.row('10.0.10.20'), 'Copy As…');
    await quickInput.pick('Links that open it in VS Code');
    await expect
      .poll(() => stage.workbench.readClipboard())
      .toContain('ncloud-ip.ncloud-ip/address/10.0.10.20?profile=');
    const link = await stage.workbench.readClipboard();
    await tree.collapse('prod-vpc');
    await tree.select('개발-vpc');
    await open(link);
    await expect.poll(selected).toEqual(['10.0.10.20 secondary']);
    expect(await stage.writes()).toEqual([]);
  });
});
