import { describe, expect, it } from 'vitest';
import { useStage } from '../support/stage';

describe('addresses not in use', () => {
  const stage = useStage({ sandbox: { delay: 0 } });

  it('are shown as ranges from the row of a subnet, and the first of one is assigned from there', async () => {
    const { menus, tree, quickInput, notifications } = stage.workbench;
    await menus.choose(tree.row('web-pub'), 'Show Addresses Not in Use');
    await quickInput.waitForTitle('Addresses Not in Use · web-pub · 10.0.10.0/24');
    await expect.poll(() => quickInput.items()).toContainEqual(expect.stringContaining('10.0.10.22–29 · 8'));
    await stage.workbench.screenshot('not-in-use');
    await quickInput.pick('10.0.10.22–29 · 8');
    await quickInput.pick('Assign 10.0.10.22 Here…');
    await quickInput.waitForTitle('Assign Secondary IPs · 10.0.10.22');
    await quickInput.pick('web-01');
    await quickInput.pick('Assign');
    await notifications.waitFor('10.0.10.22');
    expect(await stage.secondaryIps('701236')).toEqual(['10.0.10.22']);
  });

  it('the next one is copied from the row of a subnet', async () => {
    const { menus, tree } = stage.workbench;
    await menus.choose(tree.row('web-pub'), 'Copy Next Address');
    await expect.poll(() => stage.workbench.readClipboard()).toBe('10.0.10.8');
    expect(await stage.writes()).toEqual([]);
  });

  it('by keyboard: the subnet is asked for, a range goes to the clipboard, Back leads to the list', async () => {
    const { quickInput } = stage.workbench;
    await stage.workbench.runCommand('NAVER Cloud IP: Show Addresses Not in Use');
    await quickInput.type('web-pub');
    await stage.workbench.press('Enter');
    await quickInput.waitForTitle('Addresses Not in Use · web-pub');
    await quickInput.type('10.0.10.22');
    await stage.workbench.press('Enter');
    await quickInput.waitForTitle('10.0.10.22–29');
    await quickInput.back();
    await quickInput.waitForTitle('Addresses Not in Use · web-pub');
    await stage.workbench.press('Enter');
    await quickInput.waitForTitle('10.0.10.22–29');
    await stage.workbench.press('ArrowDown', 'ArrowDown', 'Enter');
    await expect.poll(() => stage.workbench.readClipboard()).toBe('10.0.10.22-10.0.10.29');
  });

  it('one that Find says is not seen in use is assigned by the keyboard, in the subnet it belongs to', async () => {
    const { quickInput, notifications } = stage.workbench;
    await stage.workbench.runCommand('NAVER Cloud IP: Find Address…');
    await quickInput.type('10.0.20.200');
    await expect.poll(async () => (await quickInput.items())[1]).toContain('Assign 10.0.20.200 Here…');
    expect((await quickInput.items())[0]).toContain('10.0.20.200, not seen in use');
    await stage.workbench.press('ArrowDown', 'Enter');
    await quickInput.waitForTitle('Assign Secondary IPs · 10.0.20.200');
    await expect.poll(() => quickInput.items()).not.toContainEqual(expect.stringContaining('web-02'));
    await quickInput.type('db-01');
    await stage.workbench.press('Enter');
    await quickInput.pick('Assign');
    await notifications.waitFor('10.0.20.200');
    expect(await stage.writes()).toHaveLength(1);
  });
});
