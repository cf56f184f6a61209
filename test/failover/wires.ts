import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sweepWires, wirePrefix } from './leftWires';

/** The servers of a test by their place: 0 is the preferred one. */
export const hosts = [14, 6, 7].map((last) => `10.0.10.${last}`);

/** Network namespaces joined by a bridge in one more: servers of one subnet, each with a wire of its own to the test. */
export interface Wires {
  readonly namespaces: readonly string[];
  /** Where server `n` reaches what listens for it outside. */
  readonly outside: (server: number) => string;
  cut(server: number): Promise<void>;
  mend(server: number): Promise<void>;
  /** Frames from one server to the other are lost; both think that their link is fine. */
  deafen(from: number, to: number): Promise<void>;
  hear(from: number, to: number): Promise<void>;
  remove(): Promise<void>;
}

const run = promisify(execFile);

/** Runs `ip`; rejects when it fails. The sandbox lives in this process, so nothing here may hold it up. */
async function ip(...args: readonly string[]): Promise<void> {
  await run('ip', [...args]);
}

/** Why there can be no namespaces on this machine, or nothing. */
export async function whyNoWires(): Promise<string> {
  if (process.platform !== 'linux') return 'network namespaces are a thing of Linux';
  const name = `nv-try-${process.pid}`;
  await sweepWires(true);
  try {
    await ip('netns', 'add', name);
    await ip('-n', name, 'link', 'add', 'veth0', 'type', 'veth', 'peer', 'name', 'veth1');
    await ip('-n', name, 'link', 'add', 'br0', 'type', 'bridge');
    return '';
  } catch (error) {
    return `network namespaces are not allowed (${error instanceof Error ? error.message.trim() : String(error)})`;
  } finally {
    await ip('netns', 'del', name).catch(() => undefined);
  }
}

/** Lays the wires. `slot` (0 … 20) keeps those of one process apart; those of another process have other names, and other addresses unless 512 started between. */
export async function layWires(slot: number, count: number): Promise<Wires> {
  const base = wirePrefix(slot);
  const hub = `${base}h`;
  const namespaces = Array.from({ length: count }, (_, server) => `${base}s${server}`);
  await ip('netns', 'add', hub);
  await ip('-n', hub, 'link', 'add', 'br0', 'type', 'bridge');
  await ip('-n', hub, 'link', 'set', 'br0', 'up');
  for (const [server, namespace] of namespaces.entries()) {
    await ip('netns', 'add', namespace);
    await ip('-n', namespace, 'link', 'set', 'lo', 'up');
    await ip(
      '-n',
      namespace,
      'link',
      'add',
      'eth0',
      'address',
      mac(server),
      'type',
      'veth',
      'peer',
      'name',
      `p${server}`,
      'netns',
      hub,
    );
    await ip('-n', hub, 'link', 'set', `p${server}`, 'master', 'br0', 'up');
    await ip('-n', namespace, 'addr', 'add', `${hosts[server]}/24`, 'dev', 'eth0');
    await ip('-n', namespace, 'link', 'set', 'eth0', 'up');
    await ip('link', 'add', `${base}o${server}`, 'type', 'veth', 'peer', 'name', 'api0', 'netns', namespace);
    await ip('addr', 'add', `${wireAddress(slot, server, 'outside')}/30`, 'dev', `${base}o${server}`);
    await ip('link', 'set', `${base}o${server}`, 'up');
    await ip('-n', namespace, 'addr', 'add', `${wireAddress(slot, server, 'inside')}/30`, 'dev', 'api0');
    await ip('-n', namespace, 'link', 'set', 'api0', 'up');
  }
  return {
    namespaces,
    outside: (server) => wireAddress(slot, server, 'outside'),
    cut: (server) => ip('-n', hub, 'link', 'set', `p${server}`, 'down'),
    mend: (server) => ip('-n', hub, 'link', 'set', `p${server}`, 'up'),
    // An address that nobody has: the bridge carries the frame, nobody takes it.
    deafen: (from, to) => neighbour('replace', from, to, 'lladdr', '02:00:00:00:00:ff', 'nud', 'permanent'),
    hear: (from, to) => neighbour('replace', from, to, 'lladdr', mac(to), 'nud', 'reachable'),
    remove,
  };

  function neighbour(verb: string, from: number, to: number, ...rest: readonly string[]): Promise<void> {
    return ip('-n', namespaces[from]!, 'neigh', verb, hosts[to]!, 'dev', 'eth0', ...rest);
  }
  async function remove(): Promise<void> {
    const gone = (...args: readonly string[]) => ip(...args).catch(() => undefined);
    for (const namespace of [...namespaces, hub]) await gone('netns', 'del', namespace);
    for (const server of namespaces.keys()) await gone('link', 'del', `${base}o${server}`);
  }
}

/** One end of a server's wire: a /30 of its own in 198.18.0.0/15, which RFC 2544 keeps for tests; a /24 for each process. */
function wireAddress(slot: number, server: number, end: 'outside' | 'inside'): string {
  const block = process.pid % 512;
  return `198.${18 + (block >> 8)}.${block & 255}.${(slot * 3 + server) * 4 + (end === 'outside' ? 1 : 2)}`;
}

const mac = (server: number): string => `02:00:00:00:00:0${server + 1}`;
