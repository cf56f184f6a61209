import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Failover } from '../../src/guest/failover/failover';
import { commonFiles, places, serverFiles } from '../../src/guest/failover/serverFiles';
import type { SandboxOptions } from '../../src/sandbox/sandboxOptions';
import { createTemporaryFolder, removeTemporaryFolder } from '../host/temporaryFolder.mjs';
import { startTestSandbox, type TestSandbox } from '../support/sandbox';
import { openRelay, type Relay } from './relay';
import { hosts, layWires, type Wires } from './wires';

/** Real keepalived on two or three servers, the guard beside each, and the sandbox as the cloud. */
export interface Cluster {
  readonly sandbox: TestSandbox;
  readonly wires: Wires;
  readonly relays: readonly Relay[];
  readonly servers: readonly TestServer[];
  /** Every address of the failover is held by the interface of the one server that is master. */
  isRight(): Promise<boolean>;
  /** Waits for that and for it to stay so; the milliseconds from `from` until it was so. Rejects after `most`. */
  untilRight(from: number, most?: number): Promise<number>;
  /** Takeovers by a server that was not master in the half second before they arrived. */
  strayTakeovers(): Promise<string[]>;
  /** Everything the guards and keepalived wrote. */
  readonly journal: readonly string[];
  close(): Promise<void>;
}

/** One server: its processes, and what keepalived's log said of its state. */
export interface TestServer {
  readonly networkInterfaceNo: string;
  readonly folder: string;
  readonly masterMoments: { time: number; isMaster: boolean }[];
  readonly isMaster: () => boolean;
  startKeepalived(): void;
  startGuard(): void;
  /** Ends a program of the server; keepalived with its children. */
  end(what: 'keepalived' | 'guard', signal: NodeJS.Signals): void;
  setKeys(keys: { accessKey: string; secretKey: string }): void;
}

const interfaceNos = ['701236', '701237', '701252'];
/** Documented in the sandbox's scenario `small`: the three are in one subnet, and nobody has these. */
const virtualIps = ['10.0.10.100', '10.0.10.101'];

export interface ClusterOptions {
  readonly slot: number;
  readonly servers: 2 | 3;
  readonly preempts: boolean;
  readonly keepalived: { readonly file: string; readonly env: Readonly<Record<string, string>> };
  readonly sandbox?: SandboxOptions;
}

/** Sets up everything as the kit's own files say, and waits until the first master holds the addresses. */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const folder = createTemporaryFolder(`failover-${options.slot}`);
  const sandbox = await startTestSandbox({ delay: 1000, ...options.sandbox });
  const wires = await layWires(options.slot, options.servers);
  const relays: Relay[] = [];
  const journal: string[] = [];
  const all: Failover = {
    gatewayUrl: sandbox.url,
    regionCode: 'KR',
    prefix: 24,
    addresses: virtualIps,
    preempts: options.preempts,
    servers: wires.namespaces.map((name, at) => ({
      name,
      networkInterfaceNo: interfaceNos[at]!,
      device: 'eth0',
      primary: hosts[at]!,
    })),
  };
  for (const at of wires.namespaces.keys()) {
    relays.push(await openRelay(wires.outside(at), Number(new URL(sandbox.url).port)));
  }
  const servers = all.servers.map((server, at) => {
    const gatewayUrl = `http://${wires.outside(at)}:${relays[at]!.port}`;
    const files = [...commonFiles(), ...serverFiles({ ...all, gatewayUrl }, server)];
    return openServer(path.join(folder, String(at)), server.name, files, options, journal, server.networkInterfaceNo);
  });
  for (const server of servers) {
    server.setKeys(sandbox);
    server.startKeepalived();
    server.startGuard();
  }

  const isRight = async () => {
    const masters = servers.filter((server) => server.isMaster());
    if (masters.length !== 1) return false;
    const interfaces = (await sandbox.state()).regions.flatMap((region) => region.interfaces);
    const held = interfaces.find((one) => one.networkInterfaceNo === masters[0]!.networkInterfaceNo)?.secondaryIpList;
    return virtualIps.every((address) => held?.includes(address));
  };
  const cluster: Cluster = {
    sandbox,
    wires,
    relays,
    servers,
    journal,
    isRight,
    async untilRight(from, most = 60_000) {
      let since = 0;
      for (;;) {
        const isSo = await isRight();
        if (isSo && since === 0) since = Date.now();
        if (!isSo) since = 0;
        // Right, and not only between two changes of mind.
        if (since > 0 && Date.now() - since > 1500) return since - from;
        if (Date.now() - from > most) throw new Error(`not right after ${most} ms:\n${journal.slice(-60).join('\n')}`);
        await sleep(50);
      }
    },
    async strayTakeovers() {
      const requests = await sandbox.requests();
      return requests.flatMap(({ action, applied, params, time }) => {
        if (action !== 'assignSecondaryIps' || !applied) return [];
        const server = servers.find((one) => one.networkInterfaceNo === params.networkInterfaceNo)!;
        const at = Date.parse(time) - (options.sandbox?.skew ?? 0);
        return wasMaster(server, at - 500, at) ? [] : [`${time} ${server.networkInterfaceNo}`];
      });
    },
    async close() {
      for (const server of servers) for (const what of ['guard', 'keepalived'] as const) server.end(what, 'SIGKILL');
      for (const relay of relays) await relay.close();
      await sandbox.close();
      await wires.remove();
      removeTemporaryFolder(folder);
    },
  };
  try {
    await cluster.untilRight(Date.now());
  } catch (error) {
    await cluster.close();
    throw error;
  }
  return cluster;
}

function wasMaster({ masterMoments }: TestServer, from: number, to: number): boolean {
  const before = masterMoments.findLast(({ time }) => time <= from);
  return before?.isMaster === true || masterMoments.some(({ time, isMaster }) => isMaster && time > from && time <= to);
}

function openServer(
  folder: string,
  namespace: string,
  files: readonly { path: string; mode: string; text: string }[],
  { keepalived: program }: ClusterOptions,
  journal: string[],
  networkInterfaceNo: string,
): TestServer {
  const inside = (file: string) => path.join(folder, file);
  for (const { path: file, mode, text } of files) {
    mkdirSync(path.dirname(inside(file)), { recursive: true });
    writeFileSync(inside(file), text.replaceAll(places.guard, inside('guard')));
    chmodSync(inside(file), parseInt(mode, 8));
  }
  // The guard as installed, told where this server's files are.
  const variables = `NCLOUD_VIP_CONFIG=${inside(places.settings)} NCLOUD_VIP_RUN=${inside('/run')}`;
  writeFileSync(inside('guard'), `#!/bin/bash\nexport ${variables}\nexec ${inside(places.guard)} "$@"\n`, {
    mode: 0o755,
  });
  const name = path.basename(files.find(({ path: file }) => file.startsWith(places.parts))!.path, '.conf');
  const masterMoments: TestServer['masterMoments'] = [];
  // What keepalived's log said last, and whether it runs: a master that is stopped is none.
  let saidMaster = false;
  let runs = false;
  const note = (changes: { said?: boolean; runs?: boolean }) => {
    saidMaster = changes.said ?? saidMaster;
    runs = changes.runs ?? runs;
    const isMaster = saidMaster && runs;
    if (isMaster !== (masterMoments.at(-1)?.isMaster ?? false)) masterMoments.push({ time: Date.now(), isMaster });
  };
  let keepalived: ChildProcess;
  let guard: ChildProcess;
  const run = (command: string, args: readonly string[], onLine: (line: string) => void): ChildProcess => {
    const child = spawn('ip', ['netns', 'exec', namespace, command, ...args], {
      detached: true,
      env: { PATH: process.env.PATH, ...program.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => text.split('\n').filter(Boolean).forEach(onLine));
    }
    return child;
  };
  const end = (child: ChildProcess | undefined, signal: NodeJS.Signals) => {
    try {
      if (child?.pid) process.kill(-child.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  return {
    networkInterfaceNo,
    folder,
    masterMoments,
    isMaster: () => masterMoments.at(-1)?.isMaster === true,
    startKeepalived() {
      const pids = ['pid', 'vrrp.pid'].map((file) => inside(`/${file}`));
      const args = [
        '-n',
        '-l',
        '-D',
        '-P',
        '-f',
        inside(`${places.parts}/${name}.conf`),
        '-p',
        pids[0]!,
        '-r',
        pids[1]!,
      ];
      keepalived = run(program.file, args, (line) => {
        if (/STATE|advert|fault/i.test(line))
          journal.push(`${Date.now()} ${namespace} ${line.replace(/^.*?\d{4}: /, '')}`);
        if (line.includes('Entering MASTER STATE')) note({ said: true });
        else if (/Entering (BACKUP|FAULT) STATE/.test(line)) note({ said: false });
      });
      note({ said: false, runs: true });
      const child = keepalived;
      child.once('exit', () => {
        if (child === keepalived) note({ said: false, runs: false });
      });
    },
    startGuard() {
      guard = run(inside('guard'), ['run', name], (line) => journal.push(`${Date.now()} ${namespace} guard: ${line}`));
    },
    end(what, signal) {
      end(what === 'keepalived' ? keepalived : guard, signal);
      if (what === 'keepalived') note({ runs: signal === 'SIGCONT' });
    },
    setKeys({ accessKey, secretKey }) {
      const text = `ACCESS_KEY='${accessKey}'\nSECRET_KEY='${secretKey}'\n`;
      writeFileSync(inside(places.keys), text, { mode: 0o600 });
    },
  };
}
