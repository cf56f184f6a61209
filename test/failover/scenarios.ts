import { setTimeout as sleep } from 'node:timers/promises';
import { chosenKeys } from '../support/sandbox';
import type { Cluster, ClusterOptions, TestServer } from './cluster';

/** What a scenario did last: a master was killed, something was mended, or nothing happened that anybody should follow. */
export interface Played {
  readonly kind: 'kill' | 'heal' | 'nothing';
  /** When, in milliseconds of the wall clock: what is measured begins here. */
  readonly from: number;
}

export interface Scenario {
  readonly sandbox?: NonNullable<ClusterOptions['sandbox']>;
  play(cluster: Cluster): Played | Promise<Played>;
}

/** Keys that the sandbox knows besides its own: what a rotation changes to. */
const newKeys = { accessKey: 'ncpTestAccessKeyRotated2', secretKey: 'ncpTestSecretKey111111111111111111111WXYZ' };
const minutes = 60_000;

/** Everything that can go wrong, most usual first: `npm test` plays those at the beginning of the list. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  'master killed': { play: (cluster) => killMaster(cluster) },
  'long break, both are master': { play: (cluster) => split(cluster, 9000) },
  'API away while the master dies': { play: (cluster) => killDuring(cluster, { fault: 'reset' }, 6000) },
  'API fails under a good master': {
    async play(cluster) {
      for (const fault of [
        'reset',
        'unavailable',
        'throttle',
        'html',
        'permission',
        'empty200',
        'cutOff',
        'xmlAnswer',
      ]) {
        await cluster.sandbox.faults([{ action: '*', fault, times: 50 }]);
        await sleep(3500);
        await cluster.sandbox.clearFaults();
      }
      return played('nothing');
    },
  },
  'answers lost after the change': {
    async play(cluster) {
      const faults = ['resetAfterApply', 'gatewayTimeoutAfterApply', 'empty200AfterApply'];
      await cluster.sandbox.faults(faults.map((fault) => ({ action: 'assignSecondaryIps', fault })));
      return killMaster(cluster);
    },
  },
  'keepalived hangs and goes on': {
    async play(cluster) {
      const server = masterOf(cluster);
      server.end('keepalived', 'SIGSTOP');
      await sleep(7000);
      server.end('keepalived', 'SIGCONT');
      return played('heal');
    },
  },
  'one-way break': {
    async play(cluster) {
      const from = cluster.servers.indexOf(masterOf(cluster));
      const others = [...cluster.servers.keys()].filter((to) => to !== from);
      for (const to of others) await cluster.wires.deafen(from, to);
      await sleep(9000);
      for (const to of others) await cluster.wires.hear(from, to);
      return played('heal');
    },
  },
  'guard of the next master killed': {
    async play(cluster) {
      for (const server of cluster.servers) server.end('guard', 'SIGKILL');
      const killed = killMaster(cluster);
      await sleep(1000);
      for (const server of cluster.servers) server.startGuard();
      return killed;
    },
  },
  'keys rotated': {
    sandbox: { ...chosenKeys, extraKeys: [{ ...newKeys, role: 'manager' }] },
    async play(cluster) {
      for (const server of cluster.servers) server.setKeys({ ...chosenKeys, secretKey: 'ncpTestSecretKeyThatIsOld' });
      killMaster(cluster);
      await sleep(8000);
      for (const server of cluster.servers) server.setKeys(newKeys);
      return played('heal');
    },
  },
  'clock off by 10 minutes': { sandbox: { skew: 10 * minutes }, play: (cluster) => killMaster(cluster) },
  'its machine gone': {
    async play(cluster) {
      const server = masterOf(cluster);
      const from = Date.now();
      server.end('guard', 'SIGKILL');
      server.end('keepalived', 'SIGKILL');
      await cluster.wires.cut(cluster.servers.indexOf(server));
      return { kind: 'kill', from };
    },
  },
  'master stopped in good order': { play: (cluster) => killMaster(cluster, 'SIGTERM') },
  'link cut and mended, short': { play: (cluster) => cutLink(cluster, 1500) },
  'link cut and mended, long': { play: (cluster) => cutLink(cluster, 8000) },
  'short break': { play: (cluster) => split(cluster, 2500) },
  'break of about the time-out': { play: (cluster) => split(cluster, 4500) },
  'API silent while the master dies': { play: (cluster) => silence(cluster) },
  'API slow while the master dies': { play: (cluster) => killDuring(cluster, { fault: 'stall', ms: 2500 }, 6000) },
  '429 while the master dies': { play: (cluster) => killDuring(cluster, { fault: 'throttle' }, 6000) },
  '401 while the master dies': { play: (cluster) => killDuring(cluster, { fault: 'permission' }, 6000) },
  'only writes fail': {
    play: (cluster) => killDuring(cluster, { fault: 'unavailable', action: 'assignSecondaryIps' }, 6000),
  },
  'killed server comes back': {
    async play(cluster) {
      const server = masterOf(cluster);
      killMaster(cluster);
      await sleep(6000);
      server.startKeepalived();
      return played('heal');
    },
  },
  'somebody takes the address by hand': {
    async play(cluster) {
      const other = cluster.servers.find((server) => server !== masterOf(cluster))!;
      const change = { networkInterfaceNo: other.networkInterfaceNo, address: '10.0.10.100' };
      await cluster.sandbox.change({ assign: change });
      return played('heal');
    },
  },
};

const played = (kind: Played['kind']): Played => ({ kind, from: Date.now() });

function masterOf({ servers }: Cluster): TestServer {
  return servers.find((server) => server.isMaster())!;
}

function killMaster(cluster: Cluster, signal: NodeJS.Signals = 'SIGKILL'): Played {
  const from = Date.now();
  masterOf(cluster).end('keepalived', signal);
  return { kind: 'kill', from };
}

/** The master dies while NAVER Cloud answers badly; the heal is when it answers well again. */
async function killDuring(
  cluster: Cluster,
  fault: { fault: string; action?: string; ms?: number },
  milliseconds: number,
): Promise<Played> {
  await cluster.sandbox.faults([{ action: '*', times: 1000, ...fault }]);
  killMaster(cluster);
  await sleep(milliseconds);
  await cluster.sandbox.clearFaults();
  return played('heal');
}

async function silence(cluster: Cluster): Promise<Played> {
  for (const relay of cluster.relays) relay.block('silent');
  killMaster(cluster);
  await sleep(7000);
  for (const relay of cluster.relays) relay.block('no');
  return played('heal');
}

/** No server hears another, and every link is up. */
async function split({ servers, wires }: Cluster, milliseconds: number): Promise<Played> {
  const pairs = [...servers.keys()].flatMap((from) =>
    [...servers.keys()].filter((to) => to !== from).map((to) => [from, to] as const),
  );
  await Promise.all(pairs.map(([from, to]) => wires.deafen(from, to)));
  await sleep(milliseconds);
  await Promise.all(pairs.map(([from, to]) => wires.hear(from, to)));
  return played('heal');
}

async function cutLink(cluster: Cluster, milliseconds: number): Promise<Played> {
  const at = cluster.servers.indexOf(masterOf(cluster));
  await cluster.wires.cut(at);
  await sleep(milliseconds);
  await cluster.wires.mend(at);
  return played('heal');
}
