import { describe, expect, it } from 'vitest';
import { guestOsCommands } from '../../../../src/features/guest/guestOsCommands';
import { setUpFailover } from '../../../../src/features/guest/setUpFailover';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { user } from '../../../support/scriptedPrompter';

const first = 'web-01/eth0';
const second = 'web-02/eth0';
const stays = 'The Address Stays';

describe('Set Up Failover', () => {
  it('asks for server, addresses and order, and writes one set of files for each server', async () => {
    const bench = await openCommandBench(
      user.picks(first),
      user.isRefused('10.0.20.100', 'outside'),
      user.types('10.0.10.100'),
      user.picks(second),
      user.picks('No Third Server'),
      user.picks(stays),
    );
    const { context, opened, sandbox } = bench;
    const text = String(await call(setUpFailover, context));
    expect(opened.get('10.0.10.100 · Failover')).toBe(text);
    expect(text.match(/^## \d.*/gm)).toEqual([
      '## 1. On every server: keepalived and the guard',
      '## 2. On every server: the keys',
      `## 3. On ${first}, the preferred master`,
      `## 4. On ${second}, number 2`,
    ]);
    expect(text.match(/INTERFACE_NO='(\d+)'/g)).toEqual(["INTERFACE_NO='701236'", "INTERFACE_NO='701237'"]);
    expect(text).toContain(`GATEWAY='${sandbox.url}'`);
    expect(text).not.toMatch(/PLACEHOLDER|THIS_SERVER|OTHER_SERVER|ncpTest/);
    expect((await sandbox.requests()).filter(({ action }) => !action.startsWith('get'))).toEqual([]);
  });

  it('begins with the interface it was called on and what that holds, and goes back through the questions', async () => {
    const bench = await openCommandBench(
      user.types('10.0.10.20, 10.0.10.21'),
      user.picks(first),
      user.goesBack(),
      user.picks(first),
      user.picks('No Third Server'),
      user.picks('The Preferred Server Takes It Back'),
    );
    const text = String(await call(setUpFailover, bench.context, { networkInterfaceNo: '701237' }));
    expect(bench.context.prompter.asked[0]?.initially).toEqual(['10.0.10.20, 10.0.10.21']);
    expect(text).not.toContain('nopreempt');
  });

  it('says before anything is typed that an interface without a server, or alone in its subnet, is none for it', async () => {
    const { context, profile } = await openCommandBench();
    const { network } = await context.networks.load({ profile, regionCode: 'KR' });
    const attached = network.interfaces.filter(({ instanceNo }) => instanceNo !== undefined);
    const loose = network.interfaces.find(({ instanceNo }) => instanceNo === undefined);
    const alone = attached.find((one) => attached.filter(({ subnetNo }) => subnetNo === one.subnetNo).length === 1);
    for (const one of [loose, alone]) {
      const networkInterfaceNo = one?.networkInterfaceNo ?? 'missing';
      await expect(call(setUpFailover, context, { networkInterfaceNo })).rejects.toThrow(
        /two or three network interfaces of one subnet/,
      );
    }
    expect(context.prompter.asked).toEqual([]);
  });

  it('offers no server that is too full for the addresses, and says so where none is left', async () => {
    const { context } = await openCommandBench(
      user.types('10.0.10.100, 10.0.10.101, 10.0.10.102, 10.0.10.103'),
      user.dismisses(),
    );
    await call(setUpFailover, context, { networkInterfaceNo: '701236' });
    const second = context.prompter.asked.at(-1);
    expect(second).toMatchObject({
      choices: [],
      words: expect.stringContaining('has room for these addresses') as string,
    });
    const code = { networkInterfaceNo: '701236', standbys: ['701237'], interactive: false };
    const secondaryIps = ['10.0.10.100', '10.0.10.101', '10.0.10.102', '10.0.10.103'];
    await expect(call(setUpFailover, context, { ...code, secondaryIps })).rejects.toThrow(/room/);
  });

  it('takes everything from code, and refuses what cannot be', async () => {
    const { context } = await openCommandBench();
    const options = {
      networkInterfaceNo: '701236',
      secondaryIps: ['10.0.10.100'],
      standbys: ['701237'],
      interactive: false,
    };
    expect(await call(setUpFailover, context, options)).toContain('nopreempt');
    const outside = { ...options, secondaryIps: ['10.0.20.100'] };
    await expect(call(setUpFailover, context, outside)).rejects.toThrow(/secondaryIps/);
    await expect(call(setUpFailover, context, { ...options, standbys: ['701240'] })).rejects.toThrow(/one subnet/);
  });

  it('is where Guest OS Commands leads for keepalived', async () => {
    const keepalived = 'keepalived (the address follows the master)';
    const { context } = await openCommandBench(
      user.picks(keepalived),
      user.types('10.0.10.20'),
      user.picks(first),
      user.picks('No Third Server'),
      user.picks(stays),
    );
    const text = await call(guestOsCommands, context, { networkInterfaceNo: '701237' });
    expect(text).toContain('# Failover of 10.0.10.20');
  });

  it('writes nothing for somebody who thought better of it', async () => {
    const { context, opened } = await openCommandBench(user.picks(first), user.dismisses());
    expect(await call(setUpFailover, context)).toBeUndefined();
    expect(opened.size).toBe(0);
  });
});
