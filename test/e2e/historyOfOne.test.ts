import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { assignFromClipboard } from '../support/listDocument';
import { useStage } from '../support/stage';

describe('the history of one thing', () => {
  const stage = useStage({ sandbox: { delay: 0 }, settings: { 'ncloudIp.confirm': 'risky' }, ownWindow: true });
  const header = () => stage.workbench.page.locator('.sidebar .pane-header[aria-label^="History"]');
  const action = (label: string) => stage.workbench.page.locator(`.sidebar .action-label[aria-label^="${label}"]`);
  /** The changes in the view, from the top. */
  const changes = async (): Promise<string[]> =>
    (await stage.workbench.tree.rows()).map(({ text }) => text).filter((text) => /Assign|Unassign|Undo/.test(text));

  const group = async (how: string): Promise<void> => {
    await stage.workbench.runCommand('NAVER Cloud IP: Filter and Group…');
    await stage.workbench.quickInput.pick(how);
  };

  async function assign(interfaceNo: string, address: string, name: string): Promise<void> {
    await assignFromClipboard(stage.workbench, `${interfaceNo},${address}`);
    await stage.workbench.notifications.waitFor(`${name} now has ${address}.`);
    await stage.workbench.notifications.clear();
    await stage.workbench.runCommand('View: Revert and Close Editor');
  }

  beforeAll(async () => {
    await stage.workbench.tree.waitFor('prod-vpc');
    await header().click();
  });
  afterAll(() => header().click());
  beforeEach(async () => {
    const filter = stage.workbench.tree.row(/^Filter: /);
    if ((await filter.count()) === 0) return;
    await stage.workbench.runCommand('NAVER Cloud IP: Clear History Filter');
    await filter.waitFor({ state: 'detached' });
  });

  it('is one click on a row away, follows what comes later, and is cleared by one more', async () => {
    const { tree, menus, page } = stage.workbench;
    await assign('701236', '10.0.10.61', 'web-01/eth0');
    await assign('701237', '10.0.10.62', 'web-02/eth0');
    await tree.expand('web-pub');
    await menus.choose(tree.row(/^web-01/), 'Show History');
    await tree.waitFor(/^Filter: web-01\/eth0/);
    await expect.poll(changes).toEqual([expect.stringContaining('10.0.10.61')]);
    await page.locator('.sidebar .pane-header', { hasText: 'web-01/eth0 · 1 change' }).waitFor();
    await stage.workbench.screenshot('history-of-one');
    await assign('701237', '10.0.10.63', 'web-02/eth0');
    await assign('701236', '10.0.10.64', 'web-01/eth0');
    await expect.poll(changes).toEqual([expect.stringContaining('10.0.10.64'), expect.stringContaining('10.0.10.61')]);
    await header().hover();
    await action('Clear History Filter').first().click();
    await expect.poll(async () => (await changes()).length).toBeGreaterThan(3);
    await expect.poll(() => action('Clear History Filter').count()).toBe(0);
  });

  it('of a server and of a secondary IP', async () => {
    const { tree, menus } = stage.workbench;
    await assign('701236', '10.0.10.65', 'web-01/eth0');
    await tree.expand('web-pub');
    await tree.expand(/^web-01/);
    await menus.choose(tree.row(/^10\.0\.10\.65/), 'Show History');
    await tree.waitFor(/^Filter: 10\.0\.10\.65/);
    await expect.poll(changes).toEqual([expect.stringContaining('10.0.10.65')]);
    await group('By server');
    onTestFinished(() => group('By VPC and subnet'));
    await menus.choose(tree.row(/^web-01\s*2 interfaces/), 'Show History');
    await tree.waitFor(/^Filter: web-01(?!\/)/);
    await expect.poll(changes).toContainEqual(expect.stringContaining('10.0.10.65'));
    expect(await changes()).not.toContainEqual(expect.stringContaining('web-02'));
  });

  it('by keyboard: asked for in the palette, the view has the focus, Enter changes and clears the filter', async () => {
    const { keyboard, quickInput, tree, page } = stage.workbench;
    await assign('701237', '10.0.10.66', 'web-02/eth0');
    await keyboard.countMouse();
    await keyboard.command('NAVER Cloud IP: Show History');
    await quickInput.waitForTitle('Show History');
    await keyboard.type('web-02');
    await keyboard.pick('web-02/eth0');
    await tree.waitFor(/^Filter: web-02\/eth0/);
    await page.locator('.sidebar .pane:has(.pane-header[aria-label^="History"]) :focus').first().waitFor();
    await keyboard.command('NAVER Cloud IP: Filter History…');
    await keyboard.pick('Text…');
    await keyboard.answer('Words in the title', '10.0.10.66');
    await tree.waitFor(/^Filter: web-02\/eth0, “10\.0\.10\.66”/);
    await expect.poll(changes).toEqual([expect.stringContaining('10.0.10.66')]);
    await keyboard.command('NAVER Cloud IP: Filter History…');
    await keyboard.pick('Outcome…');
    await keyboard.tick('not applied');
    await keyboard.press('Enter');
    await tree.waitFor('No matching changes.');
    await keyboard.command('NAVER Cloud IP: Clear History Filter');
    await expect.poll(async () => (await changes()).length).toBeGreaterThan(0);
    expect(await keyboard.mouseCount()).toBe(0);
  });

  it('by profile and by outcome, with the mouse; a click on the empty list shows everything again', async () => {
    const { quickInput, tree } = stage.workbench;
    await assign('701236', '10.0.10.67', 'web-01/eth0');
    await header().hover();
    await action('Filter History').first().click();
    await quickInput.pick('Outcome…');
    await quickInput.check('applied', 'undone');
    await quickInput.confirm();
    await tree.waitFor(/^Filter: applied \/ undone/);
    await tree.waitFor(/^Assign 10\.0\.10\.67/);
    await tree.select(/^Filter: applied/);
    await quickInput.pick('Profile…');
    await quickInput.check('Sandbox');
    await quickInput.confirm();
    await tree.waitFor(/^Filter: Sandbox, applied \/ undone/);
    await tree.select(/^Filter: Sandbox/);
    await quickInput.pick('Text…');
    await quickInput.waitForMessage('Words in the title');
    await quickInput.type('no such thing');
    await quickInput.accept();
    await tree.waitFor('No matching changes.');
    await tree.select('No matching changes.');
    await tree.waitFor(/^Assign 10\.0\.10\.67/);
  });
});
