import { describe, expect, it } from 'vitest';
import type { CommandId } from '../../../src/contributions';
import { readOptions } from '../../../src/features/commandOptions';
import type { NetworkInterface } from '../../../src/model/networkInterface';
import { MissingKeysError } from '../../../src/session/keys/missingKeys';
import type { Subject } from '../../../src/tree/node';
import { apiFailure } from '../../support/apiFailure';
import { buildInterface, buildServer, buildSubnet } from '../../support/buildNetwork';
import { buildProfile, buildScope } from '../../support/buildProfile';
import { expectGolden } from '../../support/goldenText';
import { openNetworkTree, openSandboxApi, openSmallTree, type NetworkTreeBench } from '../../support/networkTreeBench';
import { drawTree, treeText } from '../../support/treeText';

const scope = buildScope();

async function openSandbox(): Promise<NetworkTreeBench> {
  const { api } = await openSandboxApi();
  return openNetworkTree(() => Promise.resolve(api));
}

describe('networkTree', () => {
  it('shows the whole network of the sandbox: VPC, subnet, interface, address', async () => {
    const { tree } = await openSandbox();
    await expectGolden(import.meta.filename, 'small.txt', await treeText(tree));
  });

  it('marks what the last change brought by a word, a colour and aloud, for as long as it is new', async () => {
    const { tree, fresh } = await openSmallTree();
    const row = async () => (await drawTree(tree)).map(({ item }) => item).find(({ label }) => label === '10.0.10.20');
    expect(await row()).toMatchObject({ description: 'secondary' });
    fresh.mark(scope, [{ networkInterfaceNo: '701236', address: '10.0.10.20' }]);
    expect(await row()).toMatchObject({
      description: 'new · secondary',
      iconPath: { color: { id: 'charts.green' } },
      accessibilityInformation: { label: '10.0.10.20, new, secondary IP' },
    });
    fresh.mark(scope, []);
    expect(await row()).toMatchObject({ description: 'secondary' });
  });

  it('shows it by server', async () => {
    const { tree, displays } = await openSandbox();
    await displays.set('p1', { groupBy: 'server', filters: [] });
    await expectGolden(import.meta.filename, 'small-by-server.txt', await treeText(tree));
  });

  it('shows what passes a filter, and how much that is', async () => {
    const { tree, displays } = await openSandbox();
    await displays.set('p1', { groupBy: 'subnet', filters: ['unattached', 'hasSecondary'] });
    await expectGolden(import.meta.filename, 'small-filtered.txt', await treeText(tree));
  });

  it('shows both of two statuses, and Enter on the row that says so changes it', async () => {
    const { tree, displays } = await openSandbox();
    await displays.set('p1', { groupBy: 'flat', filters: ['unattached', 'settling'] });
    const [filter, ...rows] = await tree.getChildren();
    expect(filter?.item()).toMatchObject({
      label: 'Filter: not attached / being configured or removed',
      description: '5 of 17 interfaces · Filter and Group · press Enter',
      command: { command: 'ncloudIp.filterAndGroup', arguments: [{ profile: 'p1' }] },
    });
    expect(rows).toHaveLength(5);
  });

  it('shows what is asked for in spite of the filter, which stays', async () => {
    const { tree, displays } = await openSandbox();
    const look = { groupBy: 'subnet', filters: ['unattached'] } as const;
    await displays.set('p1', look);
    const shown = async (): Promise<string[]> =>
      (await drawTree(tree)).flatMap(({ node: { subject } }) =>
        subject.kind === 'interface' ? subject.networkInterfaceNo : [],
      );
    const before = await shown();
    const isIt = (subject: Subject): boolean => subject.kind === 'interface' && subject.networkInterfaceNo === '701236';
    const found = await tree.find(scope, isIt);
    expect((await drawTree(tree)).map(({ node }) => node.id)).toContain(found?.id);
    expect(await shown()).toEqual(expect.arrayContaining(['701236', ...before]));
    expect(await shown()).toHaveLength(before.length + 1);
    expect(displays.get('p1')).toEqual(look);
    await displays.set('p1', look);
    expect(await shown()).toEqual(before);
  });

  it('shows a subnet that is asked for though nothing in it passes the filter', async () => {
    const { tree, displays } = await openSandbox();
    await displays.set('p1', { groupBy: 'subnet', filters: ['nearlyFull'] });
    const isIt = (subject: Subject): boolean => subject.kind === 'subnet' && subject.subnetNo === '3104';
    const found = await tree.find(scope, isIt);
    expect((await drawTree(tree)).map(({ node }) => node.id)).toContain(found?.id);
  });

  it('names the subnet of an interface in one list', async () => {
    const { tree, displays } = await openSmallTree();
    await displays.set('p1', { groupBy: 'flat', filters: [] });
    const [row] = await tree.getChildren();
    const item = row?.item();
    expect(item?.description).toContain(' · web-pub');
    expect(item?.accessibilityInformation?.label).toContain('web-pub');
  });

  it('shows several regions side by side, each read when it is opened', async () => {
    const { tree, scopes, networks } = await openSandbox();
    await scopes.pin([scope, { ...scope, regionCode: 'JPN' }]);
    const [profile] = await tree.getChildren();
    const regions = await tree.getChildren(profile);
    expect(regions.map(({ subject }) => subject.scope.regionCode)).toEqual(['KR', 'JPN']);
    expect(networks.state({ ...scope, regionCode: 'JPN' }).kind).toBe('unread');
    await tree.getChildren(regions[1]);
    await treeText(tree);
    const lines = (await treeText(tree)).split('\n');
    await expectGolden(
      import.meta.filename,
      'regions.txt',
      lines.filter((line) => !/^ {8}/.test(line)),
    );
  });

  describe.each(['subnet', 'server', 'flat'] as const)('by %s', (groupBy) => {
    it('gives every node an id of its own, a parent that leads to it, and words for a screen reader', async () => {
      const { tree, displays } = await openSandbox();
      await displays.set('p1', { groupBy, filters: [] });
      const drawn = await drawTree(tree);
      const ids = drawn.map(({ item }) => item.id);
      expect(new Set(ids).size).toBe(drawn.length);
      expect(drawn.map(({ node }) => node.id)).toEqual(ids);
      for (const { node, item } of drawn) {
        expect(item.accessibilityInformation?.label, node.id).toMatch(/\S/);
        expect(item.contextValue, node.id).toMatch(/\S/);
        const parent = tree.getParent(node);
        const siblings = await tree.getChildren(parent);
        expect(siblings.map(({ id }) => id)).toContain(node.id);
      }
    });

    it('keeps every id when the region is read again, so that expansion and selection stay', async () => {
      const { tree, displays, networks } = await openSandbox();
      await displays.set('p1', { groupBy, filters: [] });
      const before = (await drawTree(tree)).map(({ node }) => node.id);
      await networks.refresh(scope);
      expect((await drawTree(tree)).map(({ node }) => node.id)).toEqual(before);
    });
  });

  it('keeps ids when another region joins the view', async () => {
    const { tree, scopes } = await openSandbox();
    const before = (await drawTree(tree)).map(({ node }) => node.id);
    await scopes.pin([scope, { ...scope, regionCode: 'JPN' }]);
    expect((await drawTree(tree)).map(({ node }) => node.id)).toEqual(expect.arrayContaining(before));
  });

  it('says of the primary address and of secondary ones aloud what they are', async () => {
    const { tree } = await openSmallTree();
    const spoken = (await drawTree(tree)).map(({ item }) => item.accessibilityInformation?.label);
    expect(spoken).toEqual(expect.arrayContaining(['10.0.10.14, primary IP', '10.0.10.20, secondary IP']));
  });

  it('marks the rows of a read-only profile, those only, and whatever profile is active', async () => {
    const { tree, scopes, profiles } = await openSmallTree();
    const readOnly = buildProfile({ id: 'p2', name: 'audit', protection: 'readOnly' });
    await profiles.save(readOnly);
    await scopes.pin([scope, { profile: readOnly, regionCode: 'KR' }]);
    await drawTree(tree);
    const kindsOf = async (profileId: string): Promise<(string | undefined)[]> =>
      (await drawTree(tree))
        .filter(({ node }) => node.subject.scope.profile.id === profileId && 'networkInterfaceNo' in node.subject)
        .map(({ item }) => item.contextValue);
    expect(await kindsOf('p1')).toEqual(['interface', 'primaryAddress', 'secondaryAddress']);
    expect(await kindsOf('p2')).toEqual(['interfaceReadOnly', 'primaryAddress', 'secondaryAddressReadOnly']);
  });

  it('draws what was read before while it is read again', async () => {
    let read = (): Promise<NetworkInterface[]> => Promise.resolve([buildInterface()]);
    const { tree, networks } = await openSmallTree({ getNetworkInterfaceList: () => read() });
    const before = await treeText(tree);
    const late = Promise.withResolvers<never>();
    read = () => late.promise;
    const reading = networks.refresh(scope);
    expect(await treeText(tree)).toEqual(before);
    late.reject(apiFailure('refused'));
    await expect(reading).rejects.toThrow('getVpcList: refused');
  });

  it('finds the node of an interface, also in a subnet', async () => {
    const { tree } = await openSmallTree();
    const found = await tree.find(scope, (subject) => subject.kind === 'interface');
    expect(found?.id).toBe('p1/KR/vpc-1204/subnet-3104/nic-701236');
    expect(await tree.find(scope, () => false)).toBeUndefined();
  });

  describe('what does not fit together', () => {
    it('is shown: a subnet without its VPC, an interface without its subnet', async () => {
      const { tree } = await openSmallTree({
        getSubnetList: () =>
          Promise.resolve([buildSubnet(), buildSubnet({ subnetNo: '9', vpcNo: '77', subnetName: 'lost' })]),
        getNetworkInterfaceList: () =>
          Promise.resolve([buildInterface(), buildInterface({ networkInterfaceNo: '5', subnetNo: '66' })]),
      });
      await expectGolden(import.meta.filename, 'dangling.txt', await treeText(tree));
    });

    it('is left out when a filter lets nothing of it through', async () => {
      const { tree, displays } = await openSmallTree({
        getSubnetList: () => Promise.resolve([buildSubnet({ vpcNo: '77', subnetName: 'lost' })]),
      });
      await displays.set('p1', { groupBy: 'subnet', filters: ['unattached'] });
      expect(await treeText(tree)).toContain('lost');
      await displays.set('p1', { groupBy: 'subnet', filters: ['inUse'] });
      expect(await treeText(tree)).toBe('(info) Filter: in use  0 of 1 interface · Filter and Group · press Enter');
    });

    it('is shown: an interface of a server that cannot be seen, by its own name', async () => {
      const { tree } = await openSmallTree({
        getServerInstanceList: () => Promise.resolve([buildServer({ serverInstanceNo: '1' })]),
        getNetworkInterfaceList: () => Promise.resolve([buildInterface({ instanceNo: '2' })]),
      });
      expect(await treeText(tree)).toContain('nic-701236');
    });
  });

  it('says what could not be read and why, and shows the rest', async () => {
    const refuse = (action: string) => () => Promise.reject(apiFailure('permission', { action }));
    const { tree } = await openSmallTree({
      getVpcList: refuse('getVpcList'),
      getSubnetList: refuse('getSubnetList'),
      getServerInstanceList: refuse('getServerInstanceList'),
      getRegionList: refuse('getRegionList'),
    });
    const text = await treeText(tree);
    // They fail at the same time, in any order.
    expect(
      text
        .split('\n')
        .filter((line) => line.startsWith('(info)'))
        .sort(),
    ).toEqual([
      '(info) Could not load the VPCs.  These keys are not allowed to call getVpcList. · Retry · press Enter',
      '(info) Could not load the regions.  These keys are not allowed to call getRegionList. · Retry · press Enter',
      '(info) Could not load the servers.  These keys are not allowed to call getServerInstanceList. · Retry · press Enter',
      '(info) Could not load the subnets.  These keys are not allowed to call getSubnetList. · Retry · press Enter',
    ]);
    expect(text).toContain('Subnet 3104 (not visible)');
  });

  describe('a failed read', () => {
    it('is a node that says so, on top of the last good network', async () => {
      let isDown = false;
      const { tree, networks } = await openSmallTree({
        getNetworkInterfaceList: () =>
          isDown ? Promise.reject(apiFailure('network')) : Promise.resolve([buildInterface()]),
      });
      await tree.getChildren();
      isDown = true;
      await expect(networks.refresh(scope)).rejects.toThrow('network');
      const [problem, ...rest] = await drawTree(tree);
      expect(problem?.item.contextValue).toBe('problem');
      expect(problem?.item.label).toContain('Could not reach');
      expect(problem?.item.description).toContain('Retry');
      expect(rest.map(({ item }) => item.label)).toContain('nic-701236');
    });

    it.each(['network', 'permission'] as const)('has a command that takes its arguments: %s', async (kind) => {
      const { tree } = await openSmallTree({ getNetworkInterfaceList: () => Promise.reject(apiFailure(kind)) });
      const [problem] = await drawTree(tree);
      const { command, arguments: given } = problem!.item.command!;
      expect(() => readOptions(command as CommandId, given?.[0] as Record<string, unknown>)).not.toThrow();
    });

    it('of one region of several is told on its row: what was never read has no age', async () => {
      const { tree, scopes } = await openSmallTree({
        getNetworkInterfaceList: ({ regionCode }) =>
          regionCode === 'JPN' ? Promise.reject(apiFailure('permission')) : Promise.resolve([buildInterface()]),
      });
      await scopes.pin([scope, { ...scope, regionCode: 'JPN' }]);
      await drawTree(tree);
      const regions = (await drawTree(tree)).filter(({ item }) => item.contextValue === 'region');
      expect(regions.map(({ item }) => item.description)).toEqual(['as of 12:00', 'could not be loaded']);
    });

    it('retries that very region on Enter', async () => {
      const failing = (): Promise<never> => Promise.reject(apiFailure('timeout'));
      const { tree } = await openSmallTree({ getNetworkInterfaceList: failing });
      const [problem] = await drawTree(tree);
      expect(problem?.item.command).toMatchObject({
        command: 'ncloudIp.refresh',
        arguments: [{ profile: 'p1', regionCode: 'KR' }],
      });
    });

    it.each([
      ['the service refuses them', apiFailure('credentials')],
      ['they are not on this machine', new MissingKeysError(buildProfile())],
    ])('asks for the keys on Enter when %s', async (_, error) => {
      const { tree } = await openNetworkTree(() => Promise.reject(error));
      const drawn = await drawTree(tree);
      expect(drawn.map(({ item }) => item.command?.command)).toEqual(['ncloudIp.updateKeys']);
    });
  });

  it('shows a spinner on interfaces that are being changed, and none afterwards', async () => {
    const { tree, networks } = await openSmallTree();
    await tree.getChildren();
    networks.setBusy(scope, ['701236'], true);
    expect(await treeText(tree)).toContain('(loading~spin) nic-701236');
    networks.setBusy(scope, ['701236'], false);
    expect(await treeText(tree)).not.toContain('loading');
  });

  it('follows a change without reading the region again', async () => {
    const { tree, networks } = await openSmallTree();
    await tree.getChildren();
    networks.following(scope)([buildInterface({ secondaryIpList: ['10.0.10.20', '10.0.10.21'] })]);
    expect(await treeText(tree)).toContain('2/5');
  });

  describe('while another account is switched to', () => {
    const other = buildProfile({ id: 'p2', name: 'staging' });

    it('keeps the name away until its rows are on the screen: VS Code asks again once they are', async () => {
      const { tree, profiles } = await openSmallTree();
      const seen: boolean[] = [];
      const ask = async (): Promise<void> => {
        await tree.getChildren();
        seen.push(tree.isDrawn());
      };
      tree.onDidDraw(() => seen.push(true));
      await ask();
      expect(seen.splice(0)).toEqual([true, true]);
      await profiles.save(other);
      await profiles.activate('p2');
      seen.push(tree.isDrawn());
      await ask();
      await profiles.activate('p1');
      seen.push(tree.isDrawn());
      await ask();
      await ask();
      expect(seen).toEqual([false, false, false, false, true, true]);
    });

    it('hands out the first rows once: a redraw would make VS Code drop them and ask again', async () => {
      const { tree } = await openSmallTree();
      const redrawn: unknown[] = [];
      tree.onDidChangeTreeData((rows) => redrawn.push(rows));
      expect(await tree.getChildren()).not.toEqual([]);
      await new Promise(setImmediate);
      expect(redrawn).toEqual([]);
    });

    it('takes the rows of the first away, then waits for those of the second', async () => {
      const { tree, profiles } = await openSmallTree();
      expect(await treeText(tree)).toContain('web-pub');
      await profiles.save(other);
      await profiles.activate('p2');
      let redrawn = 0;
      tree.onDidChangeTreeData(() => redrawn++);
      expect(await tree.getChildren()).toEqual([]);
      expect(redrawn).toBe(1);
      const nodes = await tree.getChildren();
      expect(nodes.map(({ subject }) => subject.scope.profile.name)).toEqual(['staging']);
    });

    it('hands out nothing of the first when it arrives after the switch', async () => {
      const answer = Promise.withResolvers<never[]>();
      const { tree, profiles } = await openSmallTree({ getVpcList: () => answer.promise });
      const late = tree.getChildren();
      await profiles.save(other);
      await profiles.activate('p2');
      answer.resolve([]);
      expect(await late).toEqual([]);
      expect(tree.isDrawn()).toBe(false);
    });

    it('takes rows away that were read with keys which are no longer used', async () => {
      const { tree, networks } = await openSmallTree();
      await tree.getChildren();
      networks.forget('p1');
      expect(await tree.getChildren()).toEqual([]);
      expect(await treeText(tree)).toContain('web-pub');
    });
  });

  it('is empty without a profile', async () => {
    const { tree, profiles } = await openSmallTree();
    await profiles.remove('p1');
    expect(await tree.getChildren()).toEqual([]);
  });
});
