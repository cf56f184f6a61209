import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { sweepWires } from './leftWires';
import { layWires, whyNoWires } from './wires';

const reason = await whyNoWires();

it.skipIf(reason !== '')(
  'what a killed test left is swept away with its programs; what a living one laid stays',
  async () => {
    const killed = spawnSync('true').pid;
    const left = `nv${killed}x1s0`;
    ip('netns', 'add', left);
    ip('link', 'add', `nv${killed}x1o0`, 'type', 'veth', 'peer', 'name', 'api0', 'netns', left);
    const program = spawn('ip', ['netns', 'exec', left, 'sleep', '600']);
    // Another file of the suite may sweep at any moment, too.
    let hasEnded = false;
    const ended = once(program, 'exit').then(() => (hasEnded = true));
    const isInside = (): boolean => ip('netns', 'pids', left).trim() === String(program.pid);
    const wires = await layWires(19, 2);
    try {
      await expect.poll(() => hasEnded || isInside()).toBe(true);
      await sweepWires();
      await ended;
      expect(`${ip('netns', 'list')}${ip('-br', 'link')}`).not.toContain(`nv${killed}x`);
      expect(ip('netns', 'list')).toContain(wires.namespaces[1]);
      expect(ip('-br', 'addr')).toContain(`${wires.outside(1)}/30`);
    } finally {
      await wires.remove();
    }
  },
);

function ip(...args: readonly string[]): string {
  return spawnSync('ip', args, { encoding: 'utf8' }).stdout;
}
