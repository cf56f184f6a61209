import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandboxProcess } from '../host/sandboxProcess.mjs';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('a service that stops in the middle', () => {
  let workbench: Workbench;
  let sandbox: {
    readonly url: string;
    readonly line: string;
    readonly accessKey: string;
    readonly secretKey: string;
    stop(): Promise<void>;
  };

  beforeAll(async () => {
    sandbox = await startSandboxProcess(['--delay', '200']);
    workbench = await openWorkbench({ sandbox });
    await workbench.openView('NAVER Cloud IP');
    await workbench.resizeSideBar(460);
    await workbench.tree.expand('web-pub');
    await workbench.tree.waitFor(/^web-01/);
  });
  afterAll(() => sandbox.stop());

  it('keeps what was opened and selected over a refresh', async () => {
    const { tree } = workbench;
    await tree.expand(/^web-02/);
    await tree.select('10.0.10.21');
    const before = await tree.rows();
    await tree.titleAction('Refresh');
    await tree.waitUntilRead();
    await expect.poll(() => tree.rows()).toEqual(before);
    expect(before.filter(({ isSelected }) => isSelected).map(({ text }) => text)).toEqual(['10.0.10.21 secondary']);
  });

  it('shows the failure as a row with Retry above the last good network, and recovers', async () => {
    const { tree } = workbench;
    const { port } = new URL(sandbox.url);
    await sandbox.stop();
    await tree.titleAction('Refresh');
    await tree.waitFor(/Could not reach NAVER Cloud\..*Retry · press Enter/);
    await tree.waitFor(/^web-01/);
    await workbench.screenshot('server-stopped');

    const keys = ['--access-key', sandbox.accessKey, '--secret-key', sandbox.secretKey];
    sandbox = await startSandboxProcess(['--delay', '200', '--port', port, ...keys]);
    await tree.select('Could not reach NAVER Cloud.');
    await tree.row('Could not reach NAVER Cloud.').waitFor({ state: 'hidden' });
    await tree.waitFor(/^web-01/);
    // The next one stops the service: not in the middle of this reading.
    await tree.waitUntilRead();
  });

  it('says that nothing was sent when a change meets a stopped service', async () => {
    const { tree, quickInput, notifications, menus } = workbench;
    await sandbox.stop();
    await menus.choose(tree.row(/^web-01/), 'Assign Secondary IPs…');
    await quickInput.pick('Propose addresses for me');
    await quickInput.pick('1');
    await quickInput.confirm();
    await quickInput.pick('Assign');
    const message = await notifications.waitFor('Could not reach NAVER Cloud.', 60_000);
    expect(message).toContain('Nothing was changed on web-01/eth0.');
  });
});
