import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSettings } from '../support/changeSettings';
import { startTestSandbox, type TestSandbox } from '../support/sandbox';
import { useStage } from '../support/stage';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('every day', () => {
  const stage = useStage({
    sandbox: { delay: 0 },
    settings: { 'workbench.editor.useModal': 'off' },
    ownWindow: true,
  });

  it('checks the connection layer by layer and opens a report', async () => {
    const { documents } = stage.workbench;
    await stage.sandbox.faults([{ action: 'getSubnetList', fault: 'permission' }]);
    await stage.workbench.runCommand('NAVER Cloud IP: Check the Connection…');
    const text = await documents.waitFor('getSubnetList');
    expect(await documents.tabs()).toEqual(['Check the Connection']);
    await stage.workbench.screenshot('doctor');
    expect(text).not.toContain(stage.sandbox.accessKey);
    expect(text).not.toContain(stage.sandbox.secretKey);
  });

  it('walks through the first minutes', async () => {
    const { page, quickInput } = stage.workbench;
    await stage.workbench.runCommand('Welcome: Open Walkthrough...');
    await quickInput.pick('Get Started with NAVER Cloud IP');
    await page.locator('.getting-started-step', { hasText: 'Undo it' }).waitFor();
    await stage.workbench.screenshot('walkthrough');
  });

  describe('the age of what is shown', () => {
    const hideAndShow = async (): Promise<void> => {
      await stage.workbench.page.locator('.activitybar .action-item:has(a[aria-label^="Explorer"])').click();
      await stage.workbench.openView('NAVER Cloud IP');
    };

    it('is told, and marked when it is old', async () => {
      const description = stage.workbench.page.locator('.pane-header', { hasText: 'Network' }).locator('.description');
      await expect.poll(() => description.innerText()).toMatch(/Sandbox · KR · as of \d\d:\d\d$/);
      await changeSettings(stage.workbench, { 'ncloudIp.staleMinutes': 0.0001 });
      await hideAndShow();
      await expect.poll(() => description.innerText()).toMatch(/Sandbox · KR · as of \d\d:\d\d \(outdated\)$/);
    });

    it('is kept low by reading again when the view is looked at, if somebody wants that', async () => {
      await changeSettings(stage.workbench, { 'ncloudIp.autoRefreshMinutes': 0.0001 });
      await stage.sandbox.change({ assign: { networkInterfaceNo: '701236', address: '10.0.10.177' } });
      await hideAndShow();
      await stage.workbench.tree.expand('web-pub');
      await stage.workbench.tree.waitFor(/^web-01.*1\/5/);
    });
  });
});

describe('temporary keys', () => {
  let workbench: Workbench;
  let sandbox: TestSandbox;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    workbench = await openWorkbench({ freshServer: true });
    await workbench.openView('NAVER Cloud IP');
    await workbench.resizeSideBar(460);
  });
  afterAll(() => sandbox.close());

  async function answerKeys(ends: string): Promise<void> {
    const { quickInput } = workbench;
    for (const [message, text] of [
      ['Access key', sandbox.accessKey],
      ['Secret key', sandbox.secretKey],
      ['When do these keys expire?', ends],
    ] as const) {
      await quickInput.waitForMessage(message);
      await quickInput.type(text);
      await quickInput.accept();
    }
  }

  it('are asked for again where they end, and the command goes on', async () => {
    const { quickInput, tree, page } = workbench;
    await tree.welcomeButton('Add Profile');
    await quickInput.pick('Temporary keys (STS)');
    // As a word: `off` has "ones" further on, and the list is another one once it says `on`.
    await expect.poll(() => quickInput.items()).toContainEqual(expect.stringMatching(/Temporary keys \(STS\), on,/));
    await quickInput.pick('Custom address');
    await quickInput.waitForMessage('API gateway address');
    await quickInput.type(sandbox.url);
    await quickInput.accept();
    await quickInput.waitForMessage('Name for this account');
    await quickInput.type('temporary');
    await quickInput.accept();
    await answerKeys(new Date(Date.now() + 8_000).toISOString());
    await quickInput.pick('KR');
    await tree.waitFor('prod-vpc');
    await page.locator('.statusbar-item', { hasText: 'keys expire' }).waitFor();

    await expect
      .poll(
        async () => {
          await workbench.runCommand('NAVER Cloud IP: Refresh');
          return tree.text();
        },
        { timeout: 20_000 },
      )
      .toContain('Temporary keys expired.');
    await tree.waitFor('prod-vpc');
    await workbench.screenshot('keys-ended');
    await workbench.runCommand('NAVER Cloud IP: Assign Secondary IPs…');
    await quickInput.waitForTitle('Enter Keys');
    await quickInput.waitForMessage('The temporary keys of profile temporary expired.');
    await answerKeys('60');
    await quickInput.waitForTitle('Assign Secondary IPs');
    await quickInput.cancel();
  });

  it('end on the row of their profile as well', async () => {
    const { quickInput, tree } = workbench;
    await workbench.runCommand('NAVER Cloud IP: Choose Regions to Show…');
    await quickInput.check('temporary · KR', 'temporary · JPN');
    await quickInput.confirm();
    await tree.waitFor(/^temporary.*keys expire \d\d:\d\d/);
    const row = tree.row(/^temporary/);
    expect(await row.getAttribute('aria-label')).toMatch(/Profile temporary, 2 regions, keys expire \d\d:\d\d/);
  });
});
