import { describe, expect, it } from 'vitest';
import { useDeclaredFiles } from '../support/declaredFiles';
import { ListDocument } from '../support/listDocument';
import { useStage } from '../support/stage';
import { subnetMap } from '../support/subnetMap';

describe('a file that says who holds which address', () => {
  const stage = useStage({ ownWindow: true });
  const { open: openFile } = useDeclaredFiles(stage);

  it('marks what differs and what cannot be, and makes the network as it says, by keyboard alone', async () => {
    const { keyboard, notifications, page } = stage.workbench;
    await keyboard.countMouse();
    const text = [
      '# The addresses of the web servers',
      'version: 1',
      'region: KR',
      'interfaces:',
      '  web-01/eth0: [10.0.10.71, 10.0.10.3]',
      '  web-02/eth0: [10.0.10.20]',
      'floating:',
      '  - address: 10.0.10.72',
      '    holders: [web-01/eth0, web-02/eth0]',
      '',
    ].join('\n');
    const file = await openFile('web.ncloud-ip.yaml', text);
    await file.waitForLens('1 of 1 in place');
    await file.waitForLens('0 of 2 in place · 1 missing');
    await file.waitForLens('Go to the next problem');
    await page.locator('.squiggly-error').first().waitFor();
    await stage.workbench.screenshot('declared-marks');

    // To the address that is reserved, and another one in its place.
    await keyboard.command('Go to Next Problem (Error, Warning, Info)');
    await page.locator('.marker-widget .message', { hasText: '10.0.10.3 is reserved' }).waitFor();
    await keyboard.press('Escape');
    await file.fix('(not seen in use)');
    await file.waitForLens('0 of 2 in place · 2 missing');
    await file.waitForLens('Plan: 3 changes');
    const [, other] = /10\.0\.10\.71, (10\.0\.10\.\d+)\]/.exec(await file.text()) ?? [];

    await keyboard.command('NAVER Cloud IP: Plan and Apply…');
    await keyboard.pick('Assign');
    await notifications.waitFor('web-01/eth0 now has');
    expect([...(await stage.secondaryIps('701236'))].sort()).toEqual(['10.0.10.71', '10.0.10.72', other].sort());
    await file.waitForLens('Everything is in place');
    await file.waitForLens('held by web-01/eth0');
    await keyboard.command('NAVER Cloud IP: Plan and Apply…');
    await notifications.waitFor('Nothing to change: everything that web.ncloud-ip.yaml declares is in place');
    expect(await stage.writes()).toHaveLength(1);
    expect(await keyboard.mouseCount()).toBe(0);
  });

  it('is written from nothing with completion only, and made so, by keyboard alone', async () => {
    const { keyboard, notifications, page } = stage.workbench;
    await keyboard.countMouse();
    const file = await openFile('fresh.ncloud-ip.yaml', '');
    const offers = page.locator('.suggest-widget .monaco-list-row');
    /** Takes what is offered, after its first letters. */
    const take = async (typed: string, offered: string): Promise<void> => {
      await page.keyboard.type(typed);
      if (!(await offers.first().isVisible())) await keyboard.press('Control+Space');
      const focused = page.locator('.suggest-widget .monaco-list-row.focused', { hasText: offered });
      await offers.filter({ hasText: offered }).first().waitFor();
      await keyboard.pressUntil('ArrowDown', focused);
      await keyboard.press('Tab');
    };
    await take('', 'version');
    await take('', 'region');
    await take('', 'KR');
    await keyboard.press('Enter');
    await take('', 'interfaces');
    await take('web', 'web-01/eth0');
    await offers.filter({ hasText: 'not seen in use' }).first().waitFor();
    await stage.workbench.screenshot('declared-completion');
    await take('', 'not seen in use');
    await expect.poll(() => file.text()).toMatch(/web-01: \[10\.0\.10\.\d+\]/);
    await keyboard.press('Escape');
    await file.waitForLens('0 of 1 in place · 1 missing');
    await keyboard.command('NAVER Cloud IP: Plan and Apply…');
    await keyboard.pick('Assign');
    await notifications.waitFor('web-01/eth0 now has');
    await file.waitForLens('Everything is in place');
    expect(await stage.secondaryIps('701236')).toHaveLength(1);
    expect(await keyboard.mouseCount()).toBe(0);

    // What the file says is left is found by Undo as well.
    await keyboard.command('NAVER Cloud IP: Undo');
    expect(await notifications.dialogText()).toContain('web-01/eth0 loses');
    await keyboard.press('Enter');
    await file.waitForLens('1 missing');
  });

  it('shows drift that somebody else made, beside the file, and accepts what is live', async () => {
    const { keyboard, page } = stage.workbench;
    const file = await openFile(
      'drift.ncloud-ip.yaml',
      'version: 1\ninterfaces:\n  # the pair\n  web-02: [10.0.10.20]\n',
    );
    await file.waitForLens('Everything is in place');
    await stage.sandbox.change({ unassign: { networkInterfaceNo: '701237', address: '10.0.10.20' } });
    await keyboard.command('NAVER Cloud IP: Refresh');
    await file.waitForLens('0 of 1 in place · 1 missing');
    await file.clickLens('Show Drift');
    await page.locator('.monaco-diff-editor .line-insert').first().waitFor();
    await stage.workbench.screenshot('declared-drift');
    await keyboard.command('View: Revert and Close Editor');
    await page.locator('.monaco-diff-editor').waitFor({ state: 'hidden' });
    await keyboard.command('Go to Next Problem (Error, Warning, Info)');
    await page.locator('.marker-widget .message', { hasText: 'is not on web-02/eth0 yet' }).waitFor();
    await keyboard.press('Escape');
    await file.fix('Accept what is live');
    await file.waitForLens('Everything is in place');
    expect(await file.text()).toContain('# the pair');
    expect(await stage.writes()).toEqual([]);
  });

  it('gets an address from its row of the tree, leads back to that row, and the row to the file', async () => {
    const { keyboard, menus, page, quickInput, tree } = stage.workbench;
    const file = await openFile('rows.ncloud-ip.yaml', 'version: 1\ninterfaces:\n  web-01: []\n');
    await file.waitForLens('Everything is in place');
    await menus.choose(tree.row(/^web-02/), 'Add to File…');
    await quickInput.pick('rows.ncloud-ip.yaml');
    await expect.poll(() => file.text()).toMatch(/web-02: \[10\.0\.10\.20/);
    await page.locator('.view-line span', { hasText: '10.0.10.20' }).last().click();
    await keyboard.press('F12');
    await page.locator('.monaco-list-row.selected', { hasText: '10.0.10.' }).first().waitFor();
    await menus.choose(tree.row(/^web-02/), 'Reveal in File');
    await page.locator('.tab.active', { hasText: 'rows.ncloud-ip.yaml' }).waitFor();
  });

  it('shows who holds what is declared elsewhere, and takes it over after a question', async () => {
    const { notifications } = stage.workbench;
    const file = await openFile('vip.ncloud-ip.yaml', 'version: 1\ninterfaces:\n  web-01: [10.0.10.20]\n');
    await file.waitForLens('held by web-02/eth0');
    await file.clickLens('Apply');
    expect(await notifications.dialogText()).toContain('web-02/eth0');
    await notifications.pressInDialog('Move');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.20.');
    expect(await stage.secondaryIps('701237')).not.toContain('10.0.10.20');
    await file.waitForLens('Everything is in place');
  });

  it('opens its plan with the digest: nothing is asked, and the button over the plan leads to its review', async () => {
    const { documents, keyboard, notifications, page } = stage.workbench;
    const file = await openFile('planned.ncloud-ip.yaml', 'version: 1\ninterfaces:\n  web-01: [10.0.10.75]\n');
    await file.clickLens('Plan: 1 change');
    await documents.waitFor('10.0.10.75', 'Plan digest');
    expect(await stage.writes()).toEqual([]);
    await page.locator('.editor-actions .action-label[aria-label^="Plan and Apply"]').click();
    await keyboard.pick('Assign');
    await notifications.waitFor('web-01/eth0 now has 10.0.10.75');
    expect(await stage.writes()).toHaveLength(1);
  });

  it('is written from a row of the tree, with nothing to do in it', async () => {
    const { menus, tree } = stage.workbench;
    const file = new ListDocument(stage.workbench);
    await menus.choose(tree.row(/^web-pub/), 'Export Secondary IPs…');
    await file.waitForLens('Everything is in place');
    expect(await file.text()).toContain('web-02: [');
    expect(await stage.writes()).toEqual([]);
    await stage.workbench.screenshot('declared-exported');
  });

  it('reserves addresses while it is open: the map says for whom, word for word, and assigning one by hand is asked about', async () => {
    const { keyboard, menus, notifications, page, quickInput, tree } = stage.workbench;
    const who = '[x](command:workbench.action.closeWindow) <img src=x onerror=alert(1)>';
    const kept = `  - { address: 10.0.10.40, for: "${who}" }`;
    await openFile('kept.ncloud-ip.yaml', ['version: 1', 'region: KR', 'reserved:', kept, ''].join('\n'));
    await menus.choose(tree.row(/^web-pub/), 'Open Subnet Map');
    const map = subnetMap(page);
    await map.waitFor('10.0.10.40', `reserved in a file for ${who}`);
    await tree.expand('web-pub');
    // What is said of the row that the menu was over would stand before the other one.
    await page.mouse.move(1279, 400);
    await tree.inlineAction('web-01/eth0', 'Assign Secondary IPs');
    await quickInput.pick('Pick addresses');
    await quickInput.type('10.0.10.40');
    await quickInput.accept();
    await expect.poll(async () => (await quickInput.items()).join()).toContain('reserved');
    await stage.workbench.screenshot('declared-kept');
    await keyboard.press('Escape');
    // From the map it is asked about as well.
    await map.select('10.0.10.40');
    await map.act('assign');
    await quickInput.pick('web-01/eth0');
    expect(await notifications.dialogText()).toContain('10.0.10.40 is reserved for');
    await keyboard.press('Escape');
    expect(await stage.writes()).toEqual([]);
  });
});
