import { describe, expect, it } from 'vitest';
import { assignFromClipboard, ListDocument } from '../support/listDocument';
import { useStage } from '../support/stage';

describe('a list of addresses', () => {
  const stage = useStage();

  /** An empty list with the cursor at its end, opened by keys. */
  async function openList(): Promise<ListDocument> {
    const list = new ListDocument(stage.workbench);
    await stage.workbench.writeClipboard('');
    await stage.workbench.keyboard.command('NAVER Cloud IP: Assign from List…');
    await list.waitUntilOpen();
    return list;
  }

  it('marks bad lines while typing, assigns the good ones and keeps the bad ones marked, by keyboard alone', async () => {
    const { keyboard, notifications } = stage.workbench;
    await keyboard.countMouse();
    const list = await openList();
    await list.type('web-01,10.0.10.71', 'nobody-7,10.0.10.72', 'web-02/eth0,10.0.10.73', 'web-01,10.0.10.3');
    await list.waitForLens('Assign the 2 Good Lines');
    await list.waitForLens('2 lines to correct');
    expect(await list.nextMark()).toContain('No network interface nobody-7 in this region');
    expect(await list.nextMark()).toContain('10.0.10.3 is reserved. Use 10.0.10.6 to 10.0.10.254.');
    await keyboard.press('Escape');
    await stage.workbench.screenshot('list-marks');

    await keyboard.command('NAVER Cloud IP: Assign the Good Lines');
    await keyboard.pick('Assign');
    await notifications.waitFor('web-02/eth0 now has 10.0.10.73.');
    expect(await stage.secondaryIps('701236')).toEqual(['10.0.10.71']);
    expect(await stage.secondaryIps('701237')).toContain('10.0.10.73');
    await list.waitForLens('2 lines already assigned');
    expect(await list.lenses()).toContain('2 lines to correct');
    expect(await list.lenses()).not.toContain('Good');
    expect(await list.text()).toContain('nobody-7,10.0.10.72');
    expect(await keyboard.mouseCount()).toBe(0);
  });

  it('offers names and addresses while typing', async () => {
    const { page } = stage.workbench;
    const list = await openList();
    const offers = page.locator('.suggest-widget .monaco-list-row');
    await page.keyboard.type('vip');
    await offers.filter({ hasText: 'vip-holder' }).waitFor();
    await page.keyboard.press('Tab');
    await offers.filter({ hasText: '10.0.10.8' }).first().waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => list.text()).toMatch(/vip-holder,10\.0\.10\.\d+/);
    await list.waitForLens('Assign the 1 Good Line');
  });

  it('takes over a held address once a quick fix marked its line', async () => {
    const { keyboard, notifications } = stage.workbench;
    const list = await openList();
    await list.type('web-01,10.0.10.20');
    await list.waitForLens('1 line to correct');
    expect(await list.nextMark()).toContain('10.0.10.20 is held by web-02/eth0');
    await keyboard.press('Escape');
    await list.fix('Take over 10.0.10.20: web-02/eth0 loses it');
    await list.waitForLens('Assign the 1 Good Line');
    expect(await list.text()).toContain('web-01,10.0.10.20 takeover');
    await list.clickLens('Assign the 1 Good Line');
    expect(await notifications.dialogText()).toContain('web-02/eth0');
    await notifications.pressInDialog('Take Over');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.20.');
    expect(await stage.secondaryIps('701237')).not.toContain('10.0.10.20');
  });

  it('reads our own CSV back: what is there fades, what was added is assigned', async () => {
    const { quickInput, notifications, tree, menus } = stage.workbench;
    await tree.expand('web-pub');
    await menus.choose(tree.row(/^web-02/), 'Copy As…');
    await quickInput.pick('CSV');
    await expect.poll(() => stage.workbench.readClipboard()).toContain('secondary,10.0.10.20');
    const copied = await stage.workbench.readClipboard();
    const row = copied.split('\r\n').find((line) => line.endsWith('10.0.10.20'))!;
    await assignFromClipboard(stage.workbench, `${copied}${row.replace('10.0.10.20', '10.0.10.74')}\r\n`);
    await new ListDocument(stage.workbench).waitForLens('2 lines already assigned');
    await quickInput.pick('Assign');
    await notifications.waitFor('web-02/eth0 now has 10.0.10.74.');
  });

  it('asks at Retry, after a race, whether whoever came first may lose the address', async () => {
    const { notifications, quickInput } = stage.workbench;
    const rival = { networkInterfaceNo: '701237', address: '10.0.10.75' };
    await stage.sandbox.faults([{ action: 'assignSecondaryIps', fault: 'foreignChange', assign: rival }]);
    await assignFromClipboard(stage.workbench, 'web-01,10.0.10.75');
    await quickInput.pick('Assign');
    await notifications.waitFor('NAVER Cloud rejected assignSecondaryIps.');
    // The subnet was read again: the line knows who holds it.
    const list = new ListDocument(stage.workbench);
    await list.waitForLens('1 line to correct');
    await stage.sandbox.settle();
    await notifications.press('NAVER Cloud rejected assignSecondaryIps.', 'Retry');
    await expect.poll(() => quickInput.placeholder()).toBe('Already held: 10.0.10.75 on web-02/eth0');
    expect((await quickInput.items()).join('\n')).toContain('web-02/eth0 loses 10.0.10.75.');
    await quickInput.pick('Take Over');
    await notifications.pressInDialog('Take Over');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.75.');
    expect(await stage.secondaryIps('701236')).toEqual(['10.0.10.75']);
  });
});
