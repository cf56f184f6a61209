import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProfile } from '../support/addProfile';
import { startTestSandbox, type TestSandbox } from '../support/sandbox';
import { openWorkbench, type Workbench } from '../support/workbench';

/** Longer than a person waits, shorter than the client does. */
const stallMs = 8_000;

describe('a region of a service that takes its time', () => {
  let sandbox: TestSandbox;
  let workbench: Workbench;

  beforeAll(async () => {
    sandbox = await startTestSandbox({ delay: 0 });
    workbench = await openWorkbench({ freshServer: true });
    await workbench.openView('NAVER Cloud IP');
    await workbench.resizeSideBar(460);
  });
  afterAll(() => sandbox.close());

  const stall = () => sandbox.faults([{ action: 'getNetworkInterfaceList', fault: 'stallAfterApply', ms: stallMs }]);

  it('shows its VPCs and subnets at once, and the interfaces when they come', async () => {
    const { quickInput, tree } = workbench;
    await stall();
    await addProfile(workbench, { ...sandbox, gatewayUrl: sandbox.url, name: 'company' });
    await quickInput.pick('KR');
    await tree.waitFor('Loading network interfaces…');
    await tree.waitFor(/^web-pub\s*10\.0\.10\.0\/24 · public/);
    await workbench.screenshot('preview-outline');
    await tree.waitFor(/^web-pub.*seen in use/);
    expect(await tree.text()).not.toContain('Loading network interfaces…');
  });

  it('shows after a restart what it held, dated and named old, until it is read again', async () => {
    const { tree } = workbench;
    await stall();
    const restarted = workbench.killExtensionHost();
    await tree.waitFor(/^Old data: .*loading again…/);
    await restarted;
    await tree.expand('web-pub');
    await tree.waitFor(/^web-01\/eth0/);
    await workbench.screenshot('preview-old');
    await tree.row(/^Old data: /).waitFor({ state: 'detached' });
    // What was opened meanwhile stays open.
    await tree.waitFor(/^web-01\/eth0/);
  });

  it('shows it without keys too, as in a new window that forgot them, and says what is missing', async () => {
    const { tree } = workbench;
    await workbench.page.reload();
    await tree.waitFor('Keys are missing.');
    await tree.waitFor(/^Old data: .*loading again failed/);
    await tree.waitFor(/^web-pub.*seen in use/);
  });
});
