import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandboxProcess } from '../host/sandboxProcess.mjs';
import { openWorkbench, type Workbench } from '../support/workbench';
import { readWords } from '../support/words';

const { text, label } = readWords('ko');

describe('in Korean', () => {
  let workbench: Workbench;
  let sandbox: { readonly line: string; stop(): Promise<void> };

  beforeAll(async () => {
    sandbox = await startSandboxProcess(['--delay', '200']);
    workbench = await openWorkbench({ sandbox, locale: 'ko' });
    await workbench.openView('NAVER Cloud IP');
    await workbench.resizeSideBar(460);
  });
  afterAll(() => sandbox.stop());

  it('shows the network with its statuses and counts', async () => {
    const { tree } = workbench;
    await tree.expand('web-pub');
    await tree.waitFor(`10.0.10.14 · 0/5 · ${text('in use')}`);
    await tree.expand(/^web-02/);
    await tree.waitFor('10.0.10.20');
    const rows = await tree.rows();
    expect(rows.map((row) => row.text)).toContain(`10.0.10.20 ${text('secondary')}`);
    expect(rows.find(({ text: row }) => row.startsWith('prod-vpc'))?.text).toMatch(
      new RegExp(`${text('{0} subnets', '\\d+')}$`),
    );
    expect(rows.find(({ text: row }) => row.startsWith('10.0.10.6'))?.accessibleName).toContain(
      text('{0}, {1} IP', '10.0.10.6', text('primary')),
    );
    await workbench.screenshot('ko-tree');
  });

  it('assigns: asks, complains, names who would lose an address, reviews and tells what became of it; then undoes', async () => {
    const { tree, menus, quickInput, notifications } = workbench;
    const who = 'web-01/eth0';
    const holder = 'web-02/eth0';
    await menus.choose(tree.row(/^web-01/), label('command.assignSecondaryIps'));
    await quickInput.waitForTitle(`${text('Assign Secondary IPs')} · web-01/eth0 (1/`);
    expect(await quickInput.placeholder()).toBe(text('How do you want to choose addresses? Room for {0}.', 5));

    await quickInput.pick(text('Pick addresses'));
    const ask = text('Select addresses, or type them: 10.0.10.11, 10.0.10.20-23');
    await expect.poll(() => quickInput.placeholder()).toBe(ask);
    await quickInput.type('10.0.10.3');
    await quickInput.waitForTitle(text('{0} is reserved. Use {1} to {2}.', '10.0.10.3', '10.0.10.6', '10.0.10.254'));
    await workbench.screenshot('ko-reserved');

    await quickInput.type('10.0.10.20, 10.0.10.50');
    await expect.poll(async () => (await quickInput.items()).join()).toContain(text('not seen in use'));
    expect((await quickInput.items()).join()).toContain(text('held by {0} (would be taken over)', holder));
    await quickInput.accept();
    await expect
      .poll(async () => (await quickInput.items()).join())
      .toContain(text('Assign {0} to {1}, taking over {2}', '10.0.10.20, 10.0.10.50', who, '10.0.10.20'));
    expect((await quickInput.items()).join()).toContain(text('{0} moves away from {1}.', '10.0.10.20', holder));
    await workbench.screenshot('ko-conflict');
    await quickInput.pick(text('Leave Them Out'));

    await expect.poll(() => quickInput.placeholder()).toBe(text('Review the changes, then press Enter to apply'));
    const rows = (await quickInput.items()).join('\n');
    expect(rows).toContain(text('Assign {0} to {1}', '10.0.10.50', who));
    expect(rows).toContain(text('before: {0}  →  after: {1}', text('none'), '10.0.10.50'));
    await workbench.screenshot('ko-review');

    await quickInput.pick(text('Assign'));
    const message = text('{0} now has {1}.', who, '10.0.10.50');
    await notifications.waitFor(message);
    await tree.waitFor(/^web-01.*1\/5/);
    await workbench.screenshot('ko-done');

    await notifications.press(message, text('Undo'));
    const asked = await notifications.dialogText();
    expect(asked).toContain(text('{0}?', text('Undo: {0}', text('Unassign {0} from {1}', '10.0.10.50', who))));
    expect(asked).toContain(text('{0} loses {1}.', who, '10.0.10.50'));
    await workbench.screenshot('ko-undo');
    await notifications.pressInDialog(text('Undo'));
    await notifications.waitFor(text('{0} no longer has {1}.', who, '10.0.10.50'));
  });

  it('lists in the history what was changed and what became of it, under the day as Koreans write it', async () => {
    const { tree, page } = workbench;
    await page.locator(`.pane-header[aria-label^="${label('view.history')}"]`).click();
    await tree.waitFor(new RegExp(`\\d+년 \\d+월 \\d+일 .*${text('{0} changes', 2)}`));
    const rows = (await tree.rows()).map((row) => row.text);
    const row = (...parts: string[]): string | undefined => rows.find((one) => one.includes(parts.join(' · ')));
    expect(row(text('undone'), text('Assign {0} → {1}', '10.0.10.50', 'web-01/eth0'))).toBeDefined();
    expect(row(text('Undo'), text('Unassign {0} ← {1}', '10.0.10.50', 'web-01/eth0'))).toContain(text('applied'));
    await workbench.screenshot('ko-history');
  });

  it('finds its commands in the palette by their Korean titles', async () => {
    const { quickInput } = workbench;
    await workbench.runCommand(`NAVER Cloud IP: ${label('command.findAddress')}`);
    await quickInput.waitForTitle(text('Find Address'));
    await quickInput.type('10.0.10.3');
    await expect.poll(async () => (await quickInput.items()).join()).toContain('10.0.10.3');
    await quickInput.cancel();
  });

  it('says what is wrong when the service cannot be reached, with the last good network below', async () => {
    const { tree } = workbench;
    await sandbox.stop();
    await tree.titleAction(label('command.refresh'));
    await tree.waitFor(text('Could not reach NAVER Cloud.'));
    await tree.waitFor(text('{0} · press Enter', text('Retry')));
    await tree.waitFor(/^web-01/);
    await workbench.screenshot('ko-unreachable');
  });

  it('greets whoever has no profile yet, and starts the sandbox', async () => {
    const first = await openWorkbench({ freshServer: true, locale: 'ko' });
    await first.openView('NAVER Cloud IP');
    await first.resizeSideBar(460);
    const { buttons, text: welcome } = await first.tree.welcome();
    expect(buttons).toEqual([text('Add Profile'), text('Try the Sandbox')]);
    expect(welcome).toContain(label('welcome.start').split('\n')[0]);
    await first.tree.waitUntilRead();
    await first.screenshot('ko-welcome');
    await first.tree.welcomeButton(text('Try the Sandbox'));
    await first.tree.waitFor('prod-vpc');
    await first.page.locator('.statusbar-item', { hasText: text('Sandbox') }).waitFor();
    await first.close();
  });
});
