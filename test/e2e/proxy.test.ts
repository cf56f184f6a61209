import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addProfile } from '../support/addProfile';
import { changeSettings } from '../support/changeSettings';
import { startCompanyNetwork, type CompanyNetwork } from '../support/companyNetwork';
import { startTestSandbox, type TestSandbox } from '../support/sandbox';
import { openWorkbench, type Workbench } from '../support/workbench';

describe('behind a company proxy with a root certificate of its own', () => {
  let sandbox: TestSandbox;
  let company: CompanyNetwork;
  let workbench: Workbench;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    company = await startCompanyNetwork(sandbox.url);
    workbench = await openWorkbench({
      settings: { 'http.proxy': company.proxyUrl, 'workbench.editor.useModal': 'off' },
      extensionEnv: { NODE_EXTRA_CA_CERTS: company.rootFile },
    });
    await workbench.openView('NAVER Cloud IP');
    await workbench.resizeSideBar(460);
  });
  beforeEach(async () => {
    await workbench.dismissAll();
    company.forget();
  });
  afterAll(async () => {
    await company.close();
    await sandbox.close();
  });

  const refresh = (): Promise<void> => workbench.runCommand('NAVER Cloud IP: Refresh');

  /** Refreshes until a row is there, or is not: a setting that was saved holds a moment later. */
  async function refreshUntil(row: string, isShown: boolean): Promise<void> {
    const readAgain = async (): Promise<boolean> => {
      await refresh();
      await workbench.tree.waitUntilRead();
      return workbench.tree.row(row).isVisible();
    };
    await expect.poll(readAgain, { timeout: 30_000 }).toBe(isShown);
  }

  /** Runs the doctor and waits until its report shows each of the texts. */
  async function examine(...wanted: readonly string[]): Promise<void> {
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('NAVER Cloud IP: Check the Connection…');
    await workbench.documents.waitFor(...wanted);
  }

  it('adds a profile whose gateway only the proxy can reach, and reads the tree', async () => {
    const { quickInput, tree } = workbench;
    await addProfile(workbench, { ...sandbox, gatewayUrl: company.gatewayUrl, name: 'company' });
    await quickInput.pick('KR');
    await tree.waitFor('prod-vpc');
    expect(new Set(company.asked)).toEqual(new Set(['ncloud.test:443']));
  });

  it.each(['override', 'on'])('reads and assigns through it with http.proxySupport %s', async (support) => {
    const { quickInput, tree, notifications } = workbench;
    await sandbox.reset();
    await changeSettings(workbench, { 'http.proxySupport': support });
    await refresh();
    await tree.waitUntilRead();
    await tree.expand('web-pub');
    await workbench.runCommand('NAVER Cloud IP: Assign Secondary IPs…');
    // By its primary address: another interface is called dev-web-01/eth0.
    await quickInput.waitForTitle('Assign Secondary IPs (1/');
    await quickInput.type('10.0.10.14');
    await quickInput.pick('10.0.10.14');
    await quickInput.pick('Propose addresses for me');
    await quickInput.pick('1');
    await quickInput.confirm();
    await quickInput.pick('Assign');
    // Only then is the change over: what the account shows afterwards is judged no more.
    await notifications.waitFor('web-01/eth0 now has');
    await tree.waitFor(/^web-01.*1\/5/);
    const requests = await sandbox.requests();
    expect(requests.filter(({ applied }) => applied)).toHaveLength(1);
    expect(company.asked).toContain('ncloud.test:443');
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('is told so when http.proxySupport is off: no request leaves', async () => {
    await changeSettings(workbench, { 'http.proxySupport': 'off' });
    await refreshUntil('Could not reach NAVER Cloud.', true);
    company.forget();
    await refresh();
    await examine('No proxy is used because of http.proxySupport: off', 'DNS lookup failed');
    expect(company.asked).toEqual([]);
    await changeSettings(workbench, { 'http.proxySupport': 'override' });
    await refreshUntil('Could not reach NAVER Cloud.', false);
    await examine(
      'All checks passed.',
      'connects to NAVER Cloud',
      'The certificate is trusted',
      'issued by Made Up Root',
    );
  });

  it('names TLS and the repair when nobody vouches for the certificate', async () => {
    company.present('selfSigned');
    await refresh();
    await workbench.tree.waitFor('The certificate of NAVER Cloud is not trusted.');
    await workbench.tree.waitFor('prod-vpc');
    await examine(
      'Certificate failed',
      '(DEPTH_ZERO_SELF_SIGNED_CERT)',
      'Ask its administrator for the root certificate',
    );
    company.present('issued');
  });

  it('names the proxy that is away', async () => {
    await company.stopProxy();
    await refresh();
    await workbench.tree.waitFor('Could not reach the proxy.');
    await examine('Proxy failed', '(ECONNREFUSED)', 'check that it can be reached from this network');
    await company.startProxy();
  });

  it('names the proxy that asks for a password, and goes on with the one of http.proxy', async () => {
    company.requireLogin('operator:made-up-password');
    await refresh();
    await workbench.tree.waitFor('The proxy requires a user name and password.');
    // VS Code keeps this one for itself: the doctor must not find the way free because of it.
    await changeSettings(workbench, { 'http.proxyAuthorization': `Basic ${btoa('operator:made-up-password')}` });
    await examine('Proxy failed', 'requires a user name and password (HTTP 407)', 'Set http.proxy to');

    const proxy = company.proxyUrl.replace('//', '//operator:made-up-password@');
    await changeSettings(workbench, { 'http.proxyAuthorization': null, 'http.proxy': proxy });
    await refreshUntil('The proxy requires a user name and password.', false);
    await examine('All checks passed.');
    const report = await workbench.documents.waitFor();
    expect(report).not.toContain('made-up-password');
  });
});
