import { describe, expect, it } from 'vitest';
import type { NetworkInterface } from '../../../src/model/networkInterface';
import { createNetworkStore } from '../../../src/session/networkStore';
import type { KeptReadings } from '../../../src/session/readings/keptReadings';
import { apiFailure } from '../../support/apiFailure';
import { buildInterface, buildNetwork, buildSubnet, buildVpc } from '../../support/buildNetwork';
import { buildScope } from '../../support/buildProfile';
import { fakeApi } from '../../support/fakeApi';
import { openNetworkTree } from '../../support/networkTreeBench';
import { treeText } from '../../support/treeText';

const scope = buildScope();
const readAt = new Date(2026, 0, 4, 9, 30).getTime();
const old = buildNetwork({ interfaces: [buildInterface({ secondaryIpList: ['10.0.10.20'] })] });

/** A region whose interfaces come when they are answered; `kept` is what was read in an earlier window. */
async function open(kept?: KeptReadings) {
  const { promise, resolve, reject } = Promise.withResolvers<NetworkInterface[]>();
  const api = fakeApi({
    getVpcList: () => Promise.resolve([buildVpc()]),
    getSubnetList: () => Promise.resolve([buildSubnet()]),
    getNetworkInterfaceList: () => promise,
  });
  const get = () => Promise.resolve(api);
  const bench = await openNetworkTree(get, undefined, (now) => createNetworkStore({ get }, now, kept));
  return { ...bench, answer: resolve, fail: reject };
}
const before: KeptReadings = {
  read: () => Promise.resolve({ network: old, readAt }),
  keep: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};

describe('while a region is read for the first time', () => {
  it('its VPCs and subnets stand there, without a count that nobody knows yet', async () => {
    const { tree, networks, answer } = await open();
    expect(await treeText(tree)).toBe(
      [
        '(loading~spin) Loading network interfaces…  ',
        '(cloud) prod-vpc  10.0.0.0/16 · 1 subnet',
        '  (type-hierarchy-sub) web-pub  10.0.10.0/24 · public · KR-2',
      ].join('\n'),
    );
    answer([buildInterface()]);
    await networks.load(scope);
    const text = await treeText(tree);
    expect(text).not.toContain('Loading');
    expect(text).toContain('1/249 seen in use');
  });

  it('what was read before stands there at once, dated and named old', async () => {
    const { tree, networks, answer } = await open(before);
    const text = await treeText(tree);
    expect(text.split('\n')[0]).toBe('(loading~spin) Old data: Jan 4, 2026, 09:30:00  loading again…');
    expect(text).toContain('10.0.10.20');
    answer([buildInterface()]);
    await networks.load(scope);
    const fresh = await treeText(tree);
    expect(fresh).not.toContain('Old data');
    expect(fresh).not.toContain('10.0.10.20');
  });

  it('and stays under the failure that says why it is old', async () => {
    const { tree, networks, fail } = await open(before);
    await tree.getChildren();
    fail(apiFailure('network'));
    await expect(networks.load(scope)).rejects.toThrow('network');
    const [problem, note, ...rest] = (await treeText(tree)).split('\n');
    expect(problem).toContain('Could not reach NAVER Cloud.');
    expect(note).toBe('(info) Old data: Jan 4, 2026, 09:30:00  loading again failed');
    expect(rest.join()).toContain('10.0.10.20');
  });

  it('an outline says that the interfaces could not be loaded', async () => {
    const { tree, networks, fail } = await open();
    await tree.getChildren();
    fail(apiFailure('network'));
    await expect(networks.load(scope)).rejects.toThrow('network');
    const [problem, note, vpc] = (await treeText(tree)).split('\n');
    expect(problem).toContain('Could not reach NAVER Cloud.');
    expect(note).toBe('(info) Network interfaces  could not be loaded');
    expect(vpc).toContain('prod-vpc');
  });

  it('a row is looked for in what is read, not in what came so far', async () => {
    const { tree, answer } = await open();
    await tree.getChildren();
    const finding = tree.find(scope, ({ kind }) => kind === 'interface');
    answer([buildInterface()]);
    expect((await finding)?.subject).toMatchObject({ networkInterfaceNo: '701236' });
  });
});
