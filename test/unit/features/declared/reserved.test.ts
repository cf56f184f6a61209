import { beforeEach, describe, expect, it } from 'vitest';
import { addressToNumber } from '../../../../src/model/address';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { undo } from '../../../../src/features/undo/undoEntry';
import { showUnseen } from '../../../../src/features/unseen/showUnseen';
import { unassignSecondaryIps } from '../../../../src/features/assign/unassignSecondaryIps';
import { call } from '../../../support/call';
import { openCommandBench, type CommandBench } from '../../../support/commandBench';
import { user, type Reply } from '../../../support/scriptedPrompter';
import { withSettings } from '../../../support/withSettings';

const where = { regionCode: 'KR', networkInterfaceNo: '701236' };

/** A sandbox, with a file open that keeps these addresses for OPS-812. */
async function openBench(addresses: readonly string[], ...script: readonly Reply[]): Promise<CommandBench> {
  const bench = await openCommandBench(...script);
  const { context, profile } = bench;
  const scope = { profile, regionCode: 'KR' };
  await context.networks.refresh(scope);
  const ranges = addresses.map(addressToNumber).map((at) => ({ first: at, last: at, reason: 'OPS-812' }));
  context.reservations.set('file', [{ scope, subnetNos: new Set(), ranges }]);
  return bench;
}
const writes = async ({ sandbox }: CommandBench): Promise<number> => (await sandbox.writes()).length;

describe('what an open file reserves', () => {
  beforeEach(() => withSettings({ confirm: 'risky' }));

  it('is not proposed: not as the next address, not in the list of those not in use', async () => {
    const bench = await openCommandBench();
    const options = { regionCode: 'KR', subnetNo: '3104', interactive: false };
    const [range] = (await call(showUnseen, bench.context, options)) as { first: string }[];
    const { first = '' } = range ?? {};
    const reserved = await openBench([first], user.dismisses());
    const [next] = (await call(showUnseen, reserved.context, options)) as { first: string }[];
    expect(addressToNumber(next?.first ?? '')).toBe(addressToNumber(first) + 1);
    await call(showUnseen, reserved.context, { ...options, interactive: true });
    expect(reserved.context.prompter.asked[0]?.choices).toContain(first);
  });

  it('is assigned only after a question that says for whom it is kept', async () => {
    const no = await openBench(['10.0.10.70'], user.says(false));
    const options = { ...where, secondaryIps: ['10.0.10.70'] };
    expect(await call(assignSecondaryIps, no.context, options)).toBeUndefined();
    expect(JSON.stringify(no.context.prompter.asked)).toContain('10.0.10.70 is reserved for OPS-812.');
    expect(await writes(no)).toBe(0);
    const yes = await openBench(['10.0.10.70'], user.says(true));
    expect(await call(assignSecondaryIps, yes.context, options)).toMatchObject({ result: 'applied' });
  });

  it('is asked about when an undo would bring it back', async () => {
    withSettings({ confirm: 'never' });
    const bench = await openBench(['10.0.10.20'], user.says(false));
    const held = { regionCode: 'KR', networkInterfaceNo: '701237', secondaryIps: ['10.0.10.20'] };
    await call(unassignSecondaryIps, bench.context, { ...held, confirm: false });
    withSettings({ confirm: 'risky' });
    expect(await call(undo, bench.context)).toBeUndefined();
    expect(JSON.stringify(bench.context.prompter.asked)).toContain('10.0.10.20 is reserved for OPS-812.');
    expect(await writes(bench)).toBe(1);
  });

  it('asks nothing of the others', async () => {
    const bench = await openBench(['10.0.10.70']);
    const options = { ...where, secondaryIps: ['10.0.10.71'], confirm: false };
    expect(await call(assignSecondaryIps, bench.context, options)).toMatchObject({ result: 'applied' });
  });
});
