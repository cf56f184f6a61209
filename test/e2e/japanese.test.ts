import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandboxProcess } from '../host/sandboxProcess.mjs';
import type { TreeRow } from '../support/treeRows';
import { openWorkbench, type Workbench } from '../support/workbench';
import { readWords } from '../support/words';

const { text, label } = readWords('ja');

describe('in Japanese', () => {
  let workbench: Workbench;
  let sandbox: { readonly line: string; stop(): Promise<void> };

  beforeAll(async () => {
    sandbox = await startSandboxProcess(['--delay', '200']);
    workbench = await openWorkbench({ sandbox, locale: 'ja' });
    await workbench.openView('NAVER Cloud IP');
    await workbench.resizeSideBar(520);
    await workbench.tree.expand('web-pub');
    await workbench.tree.waitFor(/^web-01/);
  });
  afterAll(() => sandbox.stop());

  it('the tree speaks of status, role and use, to the eye and to a screen reader', async () => {
    const { tree } = workbench;
    await tree.expand(/^web-02/);
    await tree.waitFor(`10.0.10.20${text('secondary')}`);
    const rows = await tree.rows();
    const row = (start: string): TreeRow | undefined => rows.find((one) => one.text.startsWith(start));
    expect(row('web-pub')?.text).toContain(text('public'));
    expect(row('web-01/eth0')?.text).toContain(`0/5 · ${text('in use')}`);
    expect(row('web-01/eth0')?.accessibleName).toContain(
      text('{0}, primary IP {1}, {2} of {3} secondary IPs, {4}', 'web-01/eth0', '10.0.10.14', 0, 5, text('in use')),
    );
    expect(row('10.0.10.6')?.text).toContain(text('primary'));
    await workbench.screenshot('ja-tree');
    await tree.collapse(/^web-02/);
  });

  it('the wizard asks, says what is wrong while it is typed, and shows what will change', async () => {
    const { tree, menus, quickInput } = workbench;
    await menus.choose(tree.row(/^web-01/), label('command.assignSecondaryIps'));
    await quickInput.waitForTitle(`${text('Assign Secondary IPs')} · web-01/eth0 (1/`);
    expect(await quickInput.placeholder()).toBe(text('How do you want to choose addresses? Room for {0}.', 5));
    const hows = (await quickInput.items()).join('\n');
    expect(hows).toContain(text('Propose addresses for me'));
    expect(hows).toContain(text('Sends only the number (secondaryIpCount)'));
    await workbench.screenshot('ja-wizard');

    await quickInput.pick(text('Pick addresses'));
    const placeholder = text('Select addresses, or type them: 10.0.10.11, 10.0.10.20-23');
    await expect.poll(() => quickInput.placeholder()).toBe(placeholder);
    expect((await quickInput.items()).join('\n')).toContain(text('not seen in use'));
    await quickInput.type('10.0.10.3');
    await quickInput.waitForTitle(text('{0} is reserved. Use {1} to {2}.', '10.0.10.3', '10.0.10.6', '10.0.10.254'));
    await quickInput.type('10.0.10.20');
    await expect
      .poll(async () => (await quickInput.items()).join('\n'))
      .toContain(text('held by {0} (would be taken over)', 'web-02/eth0'));
    await quickInput.accept();
    const moved = text('Take over {0} from {1} for {2}', '10.0.10.20', 'web-02/eth0', 'web-01/eth0');
    await expect.poll(async () => (await quickInput.items()).join('\n')).toContain(moved);
    await workbench.screenshot('ja-review');
    await quickInput.cancel();
  });

  it('the result names the addresses and offers to undo, and the history says what became of it', async () => {
    const { tree, menus, quickInput, notifications } = workbench;
    await menus.choose(tree.row(/^web-01/), label('command.assignSecondaryIps'));
    await quickInput.pick(text('Propose addresses for me'));
    await quickInput.pick('2');
    await quickInput.confirm();
    await quickInput.pick(text('Assign'));
    const done = text('{0} now has {1}.', 'web-01/eth0', '10.0.10.8, 10.0.10.9');
    await notifications.waitFor(done);
    await tree.waitFor(/^web-01.*2\/5/);
    await workbench.screenshot('ja-result');

    await notifications.press(done, text('Undo'));
    expect(await notifications.dialogText()).toContain(text('{0} loses {1}.', 'web-01/eth0', '10.0.10.8, 10.0.10.9'));
    await notifications.pressInDialog(text('Undo'));
    await notifications.waitFor(text('{0} no longer has {1}.', 'web-01/eth0', '10.0.10.8, 10.0.10.9'));
    await workbench.page.locator('.sidebar .pane-header', { hasText: label('view.history') }).click();
    await tree.waitFor(text('undone'));
  });
});
