import { spawnSync } from 'node:child_process';

/** The servers of a test by their place: 0 is the preferred one. */
export const hosts = [14, 6, 7].map((last) => `10.0.10.${last}`);

/** Network namespaces joined by a bridge in one more: servers of one subnet, each with a wire of its own to the test. */
export interface Wires {
  readonly namespaces: readonly string[];
  /** Where server `n` reaches what listens for it outside. */
  readonly outside: (server: number) => string;
  cut(server: number): void;
  mend(server: number): void;
  /** Frames from one server to the other are lost; both think that their link is fine. */
  deafen(from: number, to: number): void;
  hear(from: number, to: number): void;
  remove(): void;
}

/** Runs `ip`; throws what it said when it fails. */
function ip(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('ip', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`ip ${args.join(' ')}: ${stderr}`);
}

/** Why there can be no namespaces on this machine, or nothing. */
export function whyNoWires(): string {
  if (process.platform !== 'linux') return 'network namespaces are a thing of Linux';
  const name = `nv-try-${process.pid}`;
  try {
    ip('netns', 'add', name);
    ip('-n', name, 'link', 'add', 'veth0', 'type', 'veth', 'peer', 'name', 'veth1');
    ip('-n', name, 'link', 'add', 'br0', 'type', 'bridge');
    return '';
  } catch (error) {
    return `network namespaces are not allowed (${error instanceof Error ? error.message.trim() : String(error)})`;
  } finally {
    spawnSync('ip', ['netns', 'del', name]);
  }
}

/** Lays the wires. `slot` (0 … 250) keeps tests that run side by side apart. */
export function layWires(slot: number, count: number): Wires {
  const base = `nv${process.pid % 10_000}x${slot}`;
  const hub = `${base}h`;
  const namespaces = Array.from({ length: count }, (_, server) => `${base}s${server}`);
  // What an earlier run left behind when it was killed.
  remove();
  ip('netns', 'add', hub);
  ip('-n', hub, 'link', 'add', 'br0', 'type', 'bridge');
  ip('-n', hub, 'link', 'set', 'br0', 'up');
  namespaces.forEach((namespace, server) => {
    ip('netns', 'add', namespace);
    ip('-n', namespace, 'link', 'set', 'lo', 'up');
    ip(
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
    ip('-n', hub, 'link', 'set', `p${server}`, 'master', 'br0', 'up');
    ip('-n', namespace, 'addr', 'add', `${hosts[server]}/24`, 'dev', 'eth0');
    ip('-n', namespace, 'link', 'set', 'eth0', 'up');
    ip('link', 'add', `${base}o${server}`, 'type', 'veth', 'peer', 'name', 'api0', 'netns', namespace);
    ip('addr', 'add', `${outside(server)}/30`, 'dev', `${base}o${server}`);
    ip('link', 'set', `${base}o${server}`, 'up');
    ip('-n', namespace, 'addr', 'add', `${outside(server).replace(/\d+$/, String(server * 4 + 2))}/30`, 'dev', 'api0');
    ip('-n', namespace, 'link', 'set', 'api0', 'up');
  });
  return {
    namespaces,
    outside,
    cut: (server) => ip('-n', hub, 'link', 'set', `p${server}`, 'down'),
    mend: (server) => ip('-n', hub, 'link', 'set', `p${server}`, 'up'),
    // An address that nobody has: the bridge carries the frame, nobody takes it.
    deafen: (from, to) => neighbour('replace', from, to, 'lladdr', '02:00:00:00:00:ff', 'nud', 'permanent'),
    hear: (from, to) => neighbour('replace', from, to, 'lladdr', mac(to), 'nud', 'reachable'),
    remove,
  };

  function neighbour(verb: string, from: number, to: number, ...rest: readonly string[]): void {
    ip('-n', namespaces[from]!, 'neigh', verb, hosts[to]!, 'dev', 'eth0', ...rest);
  }
  function outside(server: number): string {
    return `10.255.${slot}.${server * 4 + 1}`;
  }
  function remove(): void {
    for (const namespace of [...namespaces, hub]) spawnSync('ip', ['netns', 'del', namespace]);
    namespaces.forEach((_, server) => spawnSync('ip', ['link', 'del', `${base}o${server}`]));
  }
}

const mac = (server: number): string => `02:00:00:00:00:0${server + 1}`;
