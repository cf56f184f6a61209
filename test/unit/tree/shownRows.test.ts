import { describe, expect, it } from 'vitest';
import type { NetworkInterface } from '../../../src/model/networkInterface';
import type { Server } from '../../../src/model/server';
import type { Subnet } from '../../../src/model/subnet';
import type { Vpc } from '../../../src/model/vpc';
import { groupings, type DisplayOptions } from '../../../src/session/displayStore';
import { NetworkTree } from '../../../src/tree/networkTree';
import type { Subject } from '../../../src/tree/node';
import { apiFailure } from '../../support/apiFailure';
import { buildInterface, buildServer, buildSubnet, buildVpc } from '../../support/buildNetwork';
import { buildProfile, buildScope } from '../../support/buildProfile';
import { fakeApi } from '../../support/fakeApi';
import { openNetworkTree, type NetworkTreeBench } from '../../support/networkTreeBench';
import { TreeScreen } from '../../support/treeScreen';

/** What the service holds now. */
interface World {
  vpcs: Vpc[];
  subnets: Subnet[];
  servers: Server[];
  interfaces: NetworkInterface[];
  /** The list that is refused. */
  refused?: keyof World | undefined;
  /** Answers come after it. */
  wait?: Promise<undefined>;
}

interface Bench extends NetworkTreeBench {
  readonly world: World;
  readonly screen: TreeScreen;
}

const scope = buildScope();
const used = { code: 'USED' };

/** So many subnets of so many interfaces each, one of them a server's, drawn with every row open. */
async function open(subnetCount = 2, each = 3, isOpen?: (subject: Subject) => boolean): Promise<Bench> {
  const subnets = Array.from({ length: subnetCount }, (_, at) =>
    buildSubnet({ subnetNo: `${1 + at}`, subnetName: `subnet-${at}`, subnet: `10.0.${at}.0/24` }),
  );
  const interfaces = subnets.flatMap(({ subnetNo }, at) =>
    Array.from({ length: each }, (_, own) =>
      buildInterface({
        networkInterfaceNo: `${(at + 1) * 1_000 + own}`,
        subnetNo,
        ip: `10.0.${at}.${own + 10}`,
        secondaryIpList: [`10.0.${at}.${own + 120}`],
        ...(own === 0 && { instanceNo: `9${at}`, deviceName: 'eth0' }),
      }),
    ),
  );
  const servers = subnets.map((_, at) => buildServer({ serverInstanceNo: `9${at}`, serverName: `server-${at}` }));
  const world: World = { vpcs: [buildVpc()], subnets, servers, interfaces };
  const list = (what: 'vpcs' | 'subnets' | 'servers' | 'interfaces') => async () => {
    await world.wait;
    if (world.refused === what) throw apiFailure('permission', { action: what });
    return structuredClone(world[what]) as never[];
  };
  const api = fakeApi({
    getVpcList: list('vpcs'),
    getSubnetList: list('subnets'),
    getServerInstanceList: list('servers'),
    getNetworkInterfaceList: list('interfaces'),
  });
  const bench = await openNetworkTree(() => Promise.resolve(api));
  const screen = new TreeScreen(bench.tree, isOpen);
  await screen.open();
  await screen.items();
  screen.told = [];
  return { ...bench, world, screen };
}

/** The rows that were told to be other by what is done. */
async function told({ screen }: Bench, act: () => unknown): Promise<(string | undefined)[]> {
  screen.told = [];
  screen.drawn = 0;
  await act();
  await screen.items();
  return screen.told;
}

const edit = (world: World, no: string, what: Partial<NetworkInterface>): void => {
  world.interfaces = world.interfaces.map((one) => (one.networkInterfaceNo === no ? { ...one, ...what } : one));
};
const subnetRow = 'p1/KR/vpc-1204/subnet-1';

describe('of 10,000 interfaces', () => {
  it('one that changes is drawn alone; its subnet too where that holds more addresses now', async () => {
    const bench = await open(100, 100, (one) => one.kind === 'vpc' || (one.kind === 'subnet' && one.subnetNo === '1'));
    const { networks, world, screen } = bench;
    const [first] = world.interfaces;
    if (!first) throw new Error('No interface');
    const follow = (what: Partial<NetworkInterface>): void => networks.following(scope)([{ ...first, ...what }]);
    expect(await told(bench, () => follow({ networkInterfaceStatus: used }))).toEqual([`${subnetRow}/nic-1000`]);
    expect(screen.drawn, 'nothing else').toBe(1);
    expect(await told(bench, () => follow({ secondaryIpList: ['10.0.0.120', '10.0.0.250'] }))).toEqual([subnetRow]);
    expect(await told(bench, () => networks.refresh(scope)), 'as it was before').toEqual([subnetRow]);
    expect(await told(bench, () => networks.refresh(scope)), 'the same answer again').toEqual([]);
  }, 30_000);
});

describe('a row is drawn anew', () => {
  it('when a change begins and ends on its interface', async () => {
    const bench = await open();
    for (const isBusy of [true, false])
      expect(await told(bench, () => bench.networks.setBusy(scope, ['1001'], isBusy))).toEqual([
        `${subnetRow}/nic-1001`,
      ]);
  });

  it('while its address is new', async () => {
    const bench = await open();
    const fresh = [{ networkInterfaceNo: '1001', address: '10.0.0.121' }];
    for (const marked of [fresh, []])
      expect(await told(bench, () => bench.fresh.mark(scope, marked))).toEqual([`${subnetRow}/nic-1001/10.0.0.121`]);
  });

  it('with what is under it when rows come, go or change places there', async () => {
    const bench = await open();
    const { world, networks } = bench;
    world.interfaces = [
      ...world.interfaces,
      buildInterface({ networkInterfaceNo: '7', subnetNo: '1', ip: '10.0.0.90' }),
    ];
    expect(await told(bench, () => networks.refresh(scope))).toEqual([subnetRow]);
    edit(world, '7', { ip: '10.0.0.5' });
    expect(await told(bench, () => networks.refresh(scope))).toEqual([subnetRow]);
    world.interfaces = world.interfaces.filter(({ networkInterfaceNo }) => networkInterfaceNo !== '7');
    expect(await told(bench, () => networks.refresh(scope))).toEqual([subnetRow]);
  });

  it('while its region is read again: not one', async () => {
    const bench = await open();
    const late = Promise.withResolvers<undefined>();
    bench.world.wait = late.promise;
    let reading: Promise<unknown> | undefined;
    expect(await told(bench, () => void (reading = bench.networks.refresh(scope)))).toEqual([]);
    late.resolve(undefined);
    expect(await told(bench, () => reading)).toEqual([]);
  });

  it('of one region, and none of another beside it', async () => {
    const bench = await open();
    const { scopes, networks, screen, world } = bench;
    await scopes.pin([scope, { ...scope, regionCode: 'JPN' }]);
    await screen.items();
    expect(await told(bench, () => networks.refresh(scope)), 'within the same minute').toEqual([]);
    edit(world, '1001', { secondaryIpList: [] });
    expect(await told(bench, () => networks.refresh(scope))).toEqual([subnetRow]);
  });

  it('for the end of the keys only where that is told', async () => {
    const bench = await open();
    const { scopes, credentials, keyEnds, screen } = bench;
    const look = async (expiresAt: number): Promise<void> => {
      credentials.remember('p1', { accessKey: 'made-up', secretKey: 'made-up-too', expiresAt });
      await keyEnds.look(['p1']);
    };
    expect(await told(bench, () => look(1))).toEqual([]);
    await scopes.pin([scope, { ...scope, regionCode: 'JPN' }]);
    await screen.items();
    expect(await told(bench, () => look(new Date(2026, 0, 5, 13).getTime()))).toEqual(['p1']);
    expect(await told(bench, () => keyEnds.look(['p1'])), 'the same again').toEqual([]);
  });
});

describe('everything is drawn anew, once,', () => {
  it.each<[string, (bench: Bench) => unknown]>([
    ['when it is grouped otherwise', ({ displays }) => displays.set('p1', { groupBy: 'flat', filters: [] })],
    ['when it is filtered', ({ displays }) => displays.set('p1', { groupBy: 'subnet', filters: ['inUse'] })],
    [
      'when other rows stand at the top',
      ({ world, networks }) => {
        world.refused = 'interfaces';
        return expect(networks.refresh(scope)).rejects.toThrow('interfaces: permission');
      },
    ],
  ])('%s', async (_, act) => {
    const bench = await open();
    expect(await told(bench, () => act(bench))).toEqual([undefined]);
  });

  it('and once more when the rows of another account are on the screen', async () => {
    const bench = await open();
    const { profiles, tree } = bench;
    await profiles.save(buildProfile({ id: 'p2', name: 'staging' }));
    expect(
      await told(bench, async () => {
        await profiles.activate('p2');
        tree.redraw();
      }),
    ).toEqual([undefined, undefined]);
  });
});

it('of more than a hundred rows the one above them is drawn anew: VS Code takes longer for so many than for all', async () => {
  const bench = await open(2, 101);
  const { world, networks } = bench;
  const mark = (...numbers: readonly string[]) => told(bench, () => networks.setBusy(scope, numbers, true));
  const all = world.interfaces.map(({ networkInterfaceNo }) => networkInterfaceNo);
  expect(await mark(...all.slice(0, 100))).toHaveLength(100);
  expect(await mark(...all.slice(0, 101))).toHaveLength(1);
  networks.setBusy(scope, all.slice(0, 101), false);
  networks.setBusy(scope, all.slice(0, 101), false);
  expect(await mark(...all.slice(101)), 'the rest').toEqual(['p1/KR/vpc-1204']);
});

it('rows that nobody opened are not compared: they are asked for when they are', async () => {
  const { tree, networks } = await open();
  const fired: unknown[] = [];
  tree.onDidChangeTreeData((nodes) => fired.push(nodes));
  tree.redraw();
  await tree.getChildren();
  networks.setBusy(scope, ['1001'], true);
  await new Promise(setImmediate);
  expect(fired).toEqual([undefined]);
});

describe.each(groupings.flatMap((groupBy) => [[groupBy, false] as const, [groupBy, true] as const]))(
  'by %s, filtered: %s, the screen shows what a whole drawing would',
  (groupBy, isFiltered) => {
    const look: DisplayOptions = isFiltered
      ? { groupBy, filters: ['hasSecondary'], text: '10.0.' }
      : { groupBy, filters: [] };
    it.each<[string, (bench: Bench) => unknown]>([
      ['an address comes', ({ world }) => edit(world, '1001', { secondaryIpList: ['10.0.0.121', '10.0.0.131'] })],
      ['the last address goes', ({ world }) => edit(world, '1001', { secondaryIpList: [] })],
      ['a status changes', ({ world }) => edit(world, '1000', { networkInterfaceStatus: { code: 'SET' } })],
      ['an interface comes', ({ world }) => world.interfaces.push(buildInterface({ subnetNo: '2', ip: '10.0.1.99' }))],
      [
        'an interface comes in a subnet nobody knows',
        ({ world }) => world.interfaces.push(buildInterface({ subnetNo: '8' })),
      ],
      ['an interface goes', ({ world }) => world.interfaces.shift()],
      ['an interface moves to another server', ({ world }) => edit(world, '1000', { instanceNo: '91' })],
      ['an interface is detached', ({ world }) => edit(world, '1000', { instanceNo: undefined })],
      [
        'an interface gets the name of another',
        ({ world }) => edit(world, '1002', { networkInterfaceName: 'nic-2002' }),
      ],
      ['its primary address sorts elsewhere', ({ world }) => edit(world, '1002', { ip: '10.0.0.7' })],
      [
        'a subnet is renamed',
        ({ world }) => (world.subnets = world.subnets.map((one) => ({ ...one, subnetName: 'other' }))),
      ],
      ['a subnet comes', ({ world }) => world.subnets.push(buildSubnet({ subnetNo: '3', subnet: '10.0.77.0/24' }))],
      ['a VPC is renamed', ({ world }) => (world.vpcs = [buildVpc({ vpcName: 'other' })])],
      ['a VPC comes', ({ world }) => world.vpcs.push(buildVpc({ vpcNo: '9', vpcName: 'another' }))],
      [
        'a server is renamed',
        ({ world }) => (world.servers = world.servers.map((one) => ({ ...one, serverName: 'x' }))),
      ],
      ['the servers go', ({ world }) => (world.servers = [])],
      ['subnets are refused', ({ world }) => (world.refused = 'subnets')],
      ['interfaces are refused', ({ world }) => (world.refused = 'interfaces')],
    ])('when %s, and when it is as before', async (_, act) => {
      const bench = await open();
      await bench.displays.set('p1', look);
      await bench.screen.items();
      const before = structuredClone(bench.world);
      act(bench);
      // A change is followed by reading its interfaces alone; whatever else is other shows when the region is read again.
      bench.networks.following(scope)(structuredClone(bench.world.interfaces));
      await expectFaithful(bench);
      const reading = bench.networks.refresh(scope);
      if (bench.world.refused === 'interfaces') await expect(reading).rejects.toThrow('interfaces: permission');
      else await reading;
      await expectFaithful(bench);
      Object.assign(bench.world, { refused: undefined }, before);
      await bench.networks.refresh(scope);
      await expectFaithful(bench);
    });

    it('when a row is found that the filter hides', async () => {
      const bench = await open();
      await bench.displays.set('p1', { ...look, text: '10.0.1.' });
      await bench.screen.items();
      const found = await bench.tree.find(
        scope,
        (one) => one.kind === 'interface' && one.networkInterfaceNo === '1001',
      );
      expect(found?.id).toContain('nic-1001');
      expect((await bench.screen.items()).map(({ id }) => id)).toContain(found?.id);
    });
  },
);

/** Each row, its hover and what is read aloud included. */
async function expectFaithful({ screen, ...deps }: Bench): Promise<void> {
  const shown = await screen.items();
  const other = new NetworkTree(deps);
  const whole = new TreeScreen(other);
  await whole.open();
  const drawn = await whole.items();
  other.dispose();
  expect(shown).toEqual(drawn);
}
