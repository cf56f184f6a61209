import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addProfile } from '../support/addProfile';
import { startTestSandbox, type TestSandbox } from '../support/sandbox';
import { readDrawn, startWatching } from '../support/watchTree.mjs';
import { openWorkbench, type Workbench } from '../support/workbench';

/** What only one of the accounts holds, by the name of its profile. */
const marks = { alpha: 'prod-vpc', beta: 'team-1-vpc' } as const;
type Name = keyof typeof marks;
const names = Object.keys(marks) as Name[];

describe('two accounts', () => {
  let workbench: Workbench;
  const sandboxes = {} as Record<Name, TestSandbox>;

  beforeAll(async () => {
    sandboxes.alpha = await startTestSandbox();
    sandboxes.beta = await startTestSandbox({ scenario: 'large', nics: 20 });
    workbench = await openWorkbench();
    await workbench.openView('NAVER Cloud IP');
    await workbench.resizeSideBar(460);
    await add('alpha');
    await isShown('alpha');
  });
  afterAll(async () => {
    for (const sandbox of Object.values(sandboxes)) await sandbox.close();
  });

  async function add(name: Name): Promise<void> {
    const { url, accessKey, secretKey } = sandboxes[name];
    await addProfile(workbench, { gatewayUrl: url, name, accessKey, secretKey });
    await workbench.quickInput.pick('KR');
  }
  async function switchTo(name: Name): Promise<void> {
    await workbench.runCommand('NAVER Cloud IP: Switch Profile…');
    await workbench.quickInput.pick(name);
  }
  const isNamed = (name: Name): Promise<void> =>
    workbench.page.locator('.sidebar .pane-header', { hasText: `${name} · KR` }).waitFor();
  async function isShown(name: Name): Promise<void> {
    await workbench.tree.waitFor(marks[name]);
    await isNamed(name);
  }

  /** The account reads on and on from its next read of interfaces. */
  async function stall(name: Name): Promise<void> {
    await sandboxes[name].faults([{ action: 'getNetworkInterfaceList', fault: 'stall', ms: 60_000, times: 1 }]);
    await sandboxes[name].clearRequests();
  }
  const isReading = (name: Name): Promise<void> =>
    expect.poll(async () => (await sandboxes[name].requests()).some(({ fault }) => fault === 'stall')).toBe(true);

  /** Its read was cut off: the sandbox saw the caller leave, long before it would have answered. */
  const isCancelled = (name: Name): Promise<void> =>
    expect.poll(async () => (await sandboxes[name].requests()).some(({ left }) => left)).toBe(true);

  /** Whatever was drawn since the watch began, each name was seen over rows of its own and never over another's. */
  async function expectOwnRows(...seen: readonly Name[]): Promise<void> {
    const drawn = await workbench.page.evaluate(readDrawn);
    for (const name of names) {
      const under = drawn.filter(({ title }) => title.includes(`${name} · `)).map(({ rows }) => rows);
      const foreign = names.filter((other) => other !== name).map((other) => marks[other]);
      expect(under.filter((rows) => foreign.some((mark) => rows.includes(mark)))).toEqual([]);
      expect(under.some((rows) => rows.includes(marks[name]))).toBe(seen.includes(name));
    }
  }

  async function expectNothingSpins(): Promise<void> {
    await workbench.tree.waitUntilRead();
    expect(await workbench.page.locator('.sidebar').locator('.codicon-loading, .codicon-modifier-spin').count()).toBe(
      0,
    );
  }

  it('takes the rows of one away before it waits for the other, and cancels the wait when it is left', async () => {
    const { page, tree } = workbench;
    await stall('beta');
    await page.evaluate(startWatching);
    await add('beta');
    await isReading('beta');
    await isNamed('beta');
    await tree.waitFor('Loading network interfaces…');
    expect(await tree.text()).toContain(marks.beta);
    await switchTo('alpha');
    await isShown('alpha');
    await isCancelled('beta');
    await expectNothingSpins();
    await expectOwnRows('alpha', 'beta');
  });

  it('never shows rows of one under the name of the other, however fast they change', async () => {
    await workbench.page.evaluate(startWatching);
    await switchTo('beta');
    await isShown('beta');
    for (const name of ['alpha', 'beta', 'alpha', 'beta', 'alpha'] as const) await switchTo(name);
    await isShown('alpha');
    await expectNothingSpins();
    await expectOwnRows('alpha', 'beta');
  });

  it('forgets a removed one at once, with the read that is under way', async () => {
    const { page, quickInput, notifications, tree } = workbench;
    await notifications.clear();
    await stall('alpha');
    await page.evaluate(startWatching);
    await workbench.runCommand('NAVER Cloud IP: Refresh');
    await isReading('alpha');
    await workbench.runCommand('NAVER Cloud IP: Remove Profile…');
    await quickInput.pick('alpha');
    await notifications.dialogText();
    await notifications.pressInDialog('Remove');
    await isShown('beta');
    await isCancelled('alpha');
    await expectNothingSpins();
    await expectOwnRows('alpha', 'beta');
    expect(await tree.text()).not.toContain(marks.alpha);
    expect(await notifications.texts()).toEqual([]);
  });
});
