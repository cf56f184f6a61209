import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/sandbox/createRandom';
import { small } from '../../../../src/sandbox/scenarios/scenarios';
import { World } from '../../../../src/sandbox/state/world';

describe('World', () => {
  const build = (delay = 1000) => {
    const clock = { now: 0 };
    const world = new World(() => clock.now, createRandom(1), delay);
    small(world);
    const region = world.region()!;
    const one = (no: string) => region.interface(no)!;
    return { clock, world, region, one };
  };

  it('means the first region when none is named', () => {
    const { world } = build();
    expect([world.region()?.regionCode, world.region('JPN')?.regionCode, world.region('ATL')]).toEqual([
      'KR',
      'JPN',
      undefined,
    ]);
  });

  it('settles SET as USED with a server and as NOTUSED without one', () => {
    const { clock, world, region, one } = build();
    world.startSettling(region, one('701236'));
    world.startSettling(region, one('701251'));
    expect([one('701236').status, one('701251').status]).toEqual(['SET', 'SET']);
    clock.now = 1000;
    expect([one('701236').status, one('701251').status]).toEqual(['USED', 'NOTUSED']);
    expect(one('701236')).not.toHaveProperty('settling');
  });

  it('takes everything back when a change throws', () => {
    const { world, region, one } = build();
    const before = region.interfaces();
    const change = () =>
      world.change(() => {
        world.startSettling(region, one('701236'));
        region.removeInterface('701251');
        throw new Error('no');
      });
    expect(change).toThrow('no');
    expect(region.interfaces()).toEqual(before);
  });

  it('names the interfaces a change wrote', () => {
    const { world, region, one } = build();
    const { touched } = world.change(() => world.startSettling(region, one('701236')));
    expect(touched).toEqual(['701236']);
  });

  it('can look back to before the last change, and comes back', () => {
    const { world, region, one } = build();
    const put = (ip: string) => world.change(() => region.putInterface({ ...one('701236'), secondaryIpList: [ip] }));
    put('10.0.10.8');
    put('10.0.10.9');
    expect(world.seeing(world.previousInterfaces(), () => one('701236').secondaryIpList)).toEqual(['10.0.10.8']);
    expect(one('701236').secondaryIpList).toEqual(['10.0.10.9']);
  });

  it('does not call it a change when nothing was written', () => {
    const { world, region } = build();
    world.change(() => region.removeInterface('701236'));
    world.change(() => undefined);
    expect(world.previousInterfaces().get('KR')?.has('701236')).toBe(true);
  });

  it('does scheduled work in the order and at the time it was scheduled for, whenever somebody looks', () => {
    const { clock, world, region, one } = build();
    const done: number[] = [];
    world.later(700, () => done.push(world.now()));
    world.later(500, () => {
      done.push(world.now());
      world.startSettling(region, one('701236'));
    });
    clock.now = 499;
    world.catchUp();
    expect(done).toEqual([]);
    clock.now = 2000;
    world.catchUp();
    world.catchUp();
    expect(done).toEqual([500, 700]);
    expect(one('701236').status).toBe('USED');
  });

  it('never gives a number twice', () => {
    const { world, region } = build();
    const numbers = Array.from({ length: 200 }, () => world.nextInterfaceNo());
    expect(new Set(numbers).size).toBe(200);
    expect(numbers.filter((no) => region.interface(no))).toEqual([]);
  });

  it('lists the interfaces of a server by device', () => {
    const { region } = build();
    expect(region.interfacesOf('10423331').map((row) => row.deviceName)).toEqual(['eth0', 'eth1', 'eth2']);
    expect(region.serverList().find((row) => row.serverInstanceNo === '10423331')?.networkInterfaceNoList).toEqual([
      '701242',
      '701244',
      '701243',
    ]);
  });
});
