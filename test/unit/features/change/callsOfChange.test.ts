import { expect, it } from 'vitest';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { moveSecondaryIps } from '../../../../src/features/move/moveSecondaryIps';
import { undo } from '../../../../src/features/undo/undoEntry';
import { byCode } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';

const [nic, other] = ['701236', '701237'];
/** An undo is planned on the whole region as it is then: the lists of a load, in whatever order they arrive. */
const load = [
  'getNetworkInterfaceList',
  'getRegionList',
  'getServerInstanceList',
  'getSubnetList',
  'getVpcList',
] as const;

async function open() {
  const { context, sandbox, profile } = await openCommandBench();
  await context.networks.load({ profile, regionCode: 'KR' });
  await sandbox.clearRequests();
  /** What was sent since the last time; a read of some interfaces with their numbers. */
  const sent = async (): Promise<string[]> => {
    const requests = await sandbox.requests();
    await sandbox.clearRequests();
    return requests.map(({ action, params }) => {
      const numbers = Object.entries(params).filter(([name]) => name.startsWith('networkInterfaceNoList.'));
      return [action, ...numbers.map(([, no]) => no)].join(' ');
    });
  };
  return { context, sent };
}

it('a change takes three calls: a look, the change, its proof; its undo the same on the region read anew', async () => {
  const { context, sent } = await open();
  await byCode(assignSecondaryIps, context, { networkInterfaceNo: nic, secondaryIps: ['10.0.10.101'] });
  const look = `getNetworkInterfaceList ${nic}`;
  expect(await sent()).toEqual([look, 'assignSecondaryIps', look]);
  await byCode(undo, context);
  const calls = await sent();
  expect(calls.slice(0, load.length).sort()).toEqual(load);
  expect(calls.slice(load.length)).toEqual([look, 'unassignSecondaryIps', look]);
});

it('a move takes three calls as well: both sides are read in one', async () => {
  const { context, sent } = await open();
  await byCode(moveSecondaryIps, context, { networkInterfaceNo: other, secondaryIps: ['10.0.10.20'], to: nic });
  const look = `getNetworkInterfaceList ${nic} ${other}`;
  expect(await sent()).toEqual([look, 'assignSecondaryIps', look]);
});
