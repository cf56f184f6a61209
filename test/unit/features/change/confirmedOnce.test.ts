import { describe, expect, it } from 'vitest';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { moveSecondaryIps } from '../../../../src/features/move/moveSecondaryIps';
import { byCode, call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { user } from '../../../support/scriptedPrompter';

const pick = [user.picks('Pick addresses'), user.ticks({ type: '10.0.10.20, 10.0.10.50' })];
const web01 = { networkInterfaceNo: '701236' };

async function secondaryIps({ sandbox }: Awaited<ReturnType<typeof openCommandBench>>, no: string): Promise<unknown> {
  const { regions } = await sandbox.state();
  return regions.flatMap(({ interfaces }) => interfaces).find((one) => one.networkInterfaceNo === no)?.secondaryIpList;
}

describe('a takeover', () => {
  it('is asked about once, in the review, by its verb', async () => {
    const bench = await openCommandBench(...pick, user.picks('Take Over'));
    await call(assignSecondaryIps, bench.context, web01);
    expect(bench.context.prompter.asked.map(({ kind }) => kind)).toEqual(['pick', 'pickMany', 'pick']);
    expect(await secondaryIps(bench, '701236')).toEqual(['10.0.10.20', '10.0.10.50']);
  });

  it('is left out in the review, which then shows what is left and asks again', async () => {
    const bench = await openCommandBench(...pick, user.picks('Leave Them Out'), user.picks('Assign'));
    await call(assignSecondaryIps, bench.context, web01);
    expect(await secondaryIps(bench, '701236')).toEqual(['10.0.10.50']);
    expect(await secondaryIps(bench, '701237')).toContain('10.0.10.20');
  });

  it('is still confirmed by the name of the interface on a protected profile', async () => {
    const bench = await openCommandBench(...pick, user.picks('Take Over'), user.dismisses());
    await bench.context.profiles.update(bench.profile.id, (now) => ({ ...now, protection: 'protected' }));
    await call(assignSecondaryIps, bench.context, web01);
    expect(bench.context.prompter.asked.at(-1)?.title).toBe('Sandbox is protected');
    expect(await secondaryIps(bench, '701236')).toEqual([]);
  });

  it('is refused to code that does not allow it, whoever would have been asked', async () => {
    const bench = await openCommandBench();
    const wanted = { ...web01, secondaryIps: ['10.0.10.20'] };
    await expect(byCode(assignSecondaryIps, bench.context, wanted)).rejects.toThrow(
      '10.0.10.20 is held by web-02/eth0',
    );
    expect(await secondaryIps(bench, '701236')).toEqual([]);
  });
});

describe('a move that nothing showed before', () => {
  const move = { networkInterfaceNo: '701237', secondaryIps: ['10.0.10.20'], to: '701236' };

  it.each([
    [true, ['10.0.10.20']],
    [false, []],
  ])('is asked about in a dialog, and the plan behind it is closed after the answer %s', async (answer, held) => {
    const bench = await openCommandBench(user.says(answer));
    await call(moveSecondaryIps, bench.context, move);
    expect(bench.context.prompter.asked.map(({ title }) => title)).toEqual([
      'Move 10.0.10.20 from web-02/eth0 to web-01/eth0?',
    ]);
    expect([[...bench.opened.keys()], [...bench.standing]]).toEqual([['Plan'], []]);
    expect(await secondaryIps(bench, '701236')).toEqual(held);
  });
});
