import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox } from '../support/sandbox';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('profiles and the window by keyboard alone', () => {
  let workbench: Workbench;
  let sandbox: TestSandbox;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    workbench = await openWorkbench();
    await workbench.page.locator('.activitybar a[aria-label^="NAVER Cloud IP"]').waitFor();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => workbench.keyboard.countMouse());
  afterEach(async () => expect(await workbench.keyboard.mouseCount()).toBe(0));

  it('adds one from the welcome: back to what was typed, and a wrong secret corrected', async () => {
    const { keyboard, quickInput, tree, page } = workbench;
    await keyboard.command('Focus on Network View');
    await keyboard.tabTo(page.locator('.welcome-view-content .monaco-button', { hasText: 'Add Profile' }));
    await keyboard.press('Enter');
    await keyboard.pick('Custom address');
    await keyboard.answer('API gateway address', sandbox.url);
    await keyboard.answer('Name for this account', 'staging');
    await quickInput.waitForMessage('Access key');
    await keyboard.back();
    await quickInput.waitForMessage('Name for this account');
    expect(await quickInput.value()).toBe('staging');
    await keyboard.answer('Name for this account', 'production');
    await keyboard.answer('Access key', sandbox.accessKey);
    await keyboard.answer('Secret key', 'ncpTestSecretKeyWRONG0000000000000000ABCD');
    await keyboard.pick('Correct the Keys');
    await keyboard.answer('Secret key', sandbox.secretKey);
    await keyboard.pick('KR');
    await tree.waitFor('prod-vpc');
  });

  it('switches the region', async () => {
    const { keyboard, tree } = workbench;
    for (const [region, shown] of [
      ['JPN', 'tokyo-vpc'],
      ['KR', 'prod-vpc'],
    ] as const) {
      await keyboard.command('NAVER Cloud IP: Switch Region…');
      await keyboard.pick(region);
      await tree.waitFor(shown);
    }
  });

  it('switches to another one and back', async () => {
    const { keyboard, page } = workbench;
    const shown = (name: string): Promise<void> =>
      page.locator('.sidebar .pane-header', { hasText: `${name} · KR` }).waitFor();
    await keyboard.command('NAVER Cloud IP: Try the Sandbox');
    await shown('Sandbox');
    await keyboard.command('NAVER Cloud IP: Switch Profile…');
    await keyboard.pick('production');
    await shown('production');
  });

  it('reaches the status bar with F6, and walks through the first minutes', async () => {
    const { keyboard, quickInput, page } = workbench;
    await keyboard.pressUntil('F6', page.locator('.part.statusbar:has(:focus), .part.statusbar:focus'));
    await keyboard.pressUntil(
      'ArrowRight',
      page.locator('.statusbar-item:has(:focus)', { hasText: 'production · KR' }),
    );
    await keyboard.press('Enter');
    await quickInput.waitForTitle('Switch Profile');
    await keyboard.press('Escape');
    await keyboard.command('Welcome: Open Walkthrough...');
    await keyboard.type('Get Started with NAVER');
    await keyboard.pick('Get Started with NAVER Cloud IP');
    const step = page.locator('.getting-started-step', { hasText: 'Look around' });
    await keyboard.tabTo(step);
    await keyboard.press('Enter');
    await keyboard.tabTo(step.locator('.monaco-button', { hasText: 'Find an Address' }));
    await keyboard.press('Enter');
    await quickInput.waitForTitle('Find Address');
  });

  it('protects one: a change asks for the name of the interface, which is typed', async () => {
    const { keyboard, quickInput, tree, menus, notifications } = workbench;
    await keyboard.command('NAVER Cloud IP: Set Protection…');
    await keyboard.pick('production');
    await keyboard.pick('Protected');
    await keyboard.command('Focus on Network View');
    await keyboard.expand('web-pub');
    await tree.focusRow(/^web-02/);
    await keyboard.press('Shift+F10');
    await menus.pressItem('Assign Secondary IPs…');
    await keyboard.pick('Propose addresses for me');
    await quickInput.waitForTitle('(2/4)');
    await keyboard.pick('1');
    await quickInput.waitForTitle('(3/4)');
    await keyboard.press('Enter');
    await keyboard.pick('Assign');
    await quickInput.waitForTitle('production is protected');
    await keyboard.type('web-02-eth0');
    await keyboard.press('Enter');
    await notifications.waitFor('web-02/eth0 now has 10.0.10.8.');
  });

  it('gives one new keys and another name', async () => {
    const { keyboard, page, notifications } = workbench;
    await keyboard.command('NAVER Cloud IP: Enter Keys…');
    await keyboard.pick('production');
    await keyboard.answer('Access key', sandbox.accessKey);
    await keyboard.answer('Secret key', sandbox.secretKey);
    await notifications.waitFor('Saved the keys of profile production. They belong to');
    await keyboard.command('NAVER Cloud IP: Rename Profile…');
    await keyboard.pick('production');
    await keyboard.answer('Name for this account', 'live');
    await page.locator('.sidebar .pane-header', { hasText: 'live · KR' }).waitFor();
  });

  it('removes them, to the welcome', async () => {
    const { keyboard, notifications, tree } = workbench;
    for (const name of ['Sandbox', 'live']) {
      await keyboard.command('NAVER Cloud IP: Remove Profile…');
      await keyboard.pick(name);
      expect(await notifications.dialogText()).toContain(`Remove profile ${name}?`);
      await keyboard.press('Enter');
      await notifications.waitUntilAnswered();
    }
    expect((await tree.welcome()).buttons).toContain('Add Profile');
  });
});
