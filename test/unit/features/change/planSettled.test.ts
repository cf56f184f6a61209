import { describe, expect, it } from 'vitest';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { user } from '../../../support/scriptedPrompter';

const busy = '701246';
const one = { networkInterfaceNo: busy, secondaryIps: ['10.0.30.40'] };

describe('a change of an interface that is changing', () => {
  it('waits when a person wants it to, and goes on with the answers it was given', async () => {
    const { context, sandbox } = await openCommandBench(user.picks('Wait Until It Settles'), user.picks('Assign'));
    const running = call(assignSecondaryIps, context, one);
    await expect.poll(() => context.prompter.asked.length).toBe(1);
    await sandbox.settle(busy);
    expect(await running).toMatchObject({ result: 'applied' });
    expect(context.prompter.asked[0]?.words).toContain('is being changed right now');
  });

  it('changes nothing when nobody wants to wait', async () => {
    const { context, sandbox } = await openCommandBench(user.picks('Close'));
    await sandbox.clearRequests();
    expect(await call(assignSecondaryIps, context, one)).toBeUndefined();
    expect((await sandbox.requests()).map(({ action }) => action)).not.toContain('assignSecondaryIps');
  });

  it('is refused by code, which is asked nothing', async () => {
    const { context } = await openCommandBench();
    const called = call(assignSecondaryIps, context, { ...one, confirm: false });
    await expect(called).rejects.toThrow('is being changed right now');
  });
});
