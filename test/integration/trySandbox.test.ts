import assert from 'node:assert/strict';
import { innerControls } from './support/innerControls';
import { outsideSandbox } from './support/outsideSandbox';
import { runCommand } from './support/runCommand';
import { sandboxUrl } from './support/sandboxUrl';
import { setSetting } from './support/setSetting';
import { until } from './support/until';

interface Search {
  readonly places: readonly { readonly kind: string; readonly networks?: number }[];
}

suite('Try the Sandbox', () => {
  const tryIt = (): Promise<{ profile: string }> => runCommand('ncloudIp.trySandbox', { interactive: false });
  const placeOf = async (text: string): Promise<Search['places'][number] | undefined> =>
    (await runCommand<Search>('ncloudIp.findAddress', { text, interactive: false })).places[0];
  teardown(async () => {
    await runCommand('ncloudIp.removeProfile', { profile: 'sandbox', confirm: false });
    await setSetting('sandbox.scenario', undefined);
    await setSetting('sandbox.settleSeconds', undefined);
  });

  test('starts a NAVER Cloud of its own, without keys, and looks at it', async () => {
    await outsideSandbox().clearRequests();
    assert.deepEqual(await tryIt(), { profile: 'sandbox' });
    assert.equal((await placeOf('10.0.10.14'))?.kind, 'held');
    assert.deepEqual(await outsideSandbox().requests(), []);
  });

  test('tried again, it is the same one', async () => {
    await setSetting('sandbox.settleSeconds', 0);
    await tryIt();
    const first = await sandboxUrl();
    await runCommand('ncloudIp.assignSecondaryIps', {
      ...{ networkInterfaceNo: '701236', secondaryIps: ['10.0.10.11'] },
      confirm: false,
    });
    await tryIt();
    assert.equal(await sandboxUrl(), first);
    assert.equal((await placeOf('10.0.10.11'))?.kind, 'held');
  });

  test('goes with its profile, and comes back as at the start', async () => {
    await tryIt();
    const url = await sandboxUrl();
    await innerControls(url).change({ remove: { networkInterfaceNo: '701236' } });
    await runCommand('ncloudIp.removeProfile', { profile: 'sandbox', confirm: false });
    const isGone = (): Promise<true | undefined> =>
      fetch(`${url}/__sandbox__/state`).then(
        () => undefined,
        () => true,
      );
    assert.ok(await until('the end of the sandbox', isGone));
    await tryIt();
    assert.equal((await placeOf('10.0.10.14'))?.kind, 'held');
  });

  test('builds the network that ncloudIp.sandbox.scenario names', async () => {
    await setSetting('sandbox.scenario', 'empty');
    await tryIt();
    assert.deepEqual(await placeOf('10.0.10.14'), { kind: 'outside', networks: 0 });
  });

  test('reads a network of thousands of interfaces in a few pages', async () => {
    await setSetting('sandbox.scenario', 'large');
    await tryIt();
    const sandbox = innerControls(await sandboxUrl());
    const { regions } = await sandbox.state();
    const interfaces = regions.find(({ regionCode }) => regionCode === 'KR')?.interfaces.length ?? 0;
    const lists = (await sandbox.requests()).filter(({ action }) => action === 'getNetworkInterfaceList');
    const pages = lists.filter(({ params }) => params.pageSize === '1000').length;
    assert.ok(interfaces > 1_000, String(interfaces));
    assert.equal(pages, Math.ceil(interfaces / 1_000));
    // Whether a row slipped from one page to the next is seen at the edges of the pages.
    assert.equal(lists.length - pages, pages - 1);
  });
});
