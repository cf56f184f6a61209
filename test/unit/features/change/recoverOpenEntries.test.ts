import { expect, it } from 'vitest';
import { recoverOpenEntries } from '../../../../src/features/change/recoverOpenEntries';
import { placeKey } from '../../../../src/session/scope';
import { buildEntry, buildPlan, buildRecord, buildStep } from '../../../support/buildEntry';
import { openCommandBench } from '../../../support/commandBench';

/** A change that was sent, and carried out, by a window that is gone. */
async function openLeft() {
  const bench = await openCommandBench();
  const { context, profile, sandbox } = bench;
  const { history } = context;
  const plan = buildPlan();
  const before = [{ networkInterfaceNo: '701236', secondaryIpList: [] }];
  const steps = plan.steps.map((step) => ({
    ...buildRecord({ step }),
    ...{ state: 'sent' as const, sentAt: Date.now() - 60_000, before },
  }));
  const { finishedAt, result, ...open } = buildEntry({ id: 'left', state: 'open', plan, steps });
  expect([finishedAt, result]).not.toContain(undefined);
  await history.open({ ...open, profile: { id: profile.id, name: profile.name } });
  await history.release('left');
  for (const address of plan.steps.flatMap(({ secondaryIps }) => secondaryIps))
    await sandbox.change({ assign: { networkInterfaceNo: '701236', address } });
  const recover = async (): Promise<void> => recoverOpenEntries(context, await history.claimAbandoned());
  return { ...bench, recover, read: () => history.get('left') };
}

it('a recovery leaves an interface to the change that holds it, and looks again later', async () => {
  const { context, profile, sandbox, recover, read } = await openLeft();
  const hold = await context.holds.hold([`${placeKey({ profile, regionCode: 'KR' })} 701236`], () => undefined);
  await sandbox.clearRequests();
  await recover();
  expect(await sandbox.requests()).toEqual([]);
  expect(await read()).toMatchObject({ state: 'open' });
  await hold?.release();
  await recover();
  expect(await read()).toMatchObject({ state: 'done', result: 'applied', recovered: true });
});

it('what was not sent is skipped when the profile is gone, and only what was sent is unknown', async () => {
  const { context, profile, recover } = await openLeft();
  const steps = [1, 2].map((id) => buildStep({ id, secondaryIps: [`10.0.10.2${id}`] }));
  const [sent, waiting] = steps.map((step) => ({ step, addresses: [], chosen: [] }));
  const before = [{ networkInterfaceNo: '701236', secondaryIpList: [] }];
  await context.history.open({
    ...buildEntry({ id: 'removed', state: 'open', plan: buildPlan({ steps }) }),
    profile: { id: 'removed', name: profile.name },
    steps: [
      { ...sent!, state: 'sent', sentAt: 1, before },
      { ...waiting!, state: 'waiting' },
    ],
  });
  await context.history.release('removed');
  await recover();
  expect(await context.history.get('removed')).toMatchObject({
    result: 'unknown',
    steps: [
      { result: 'unknown', addresses: [{ address: '10.0.10.21', result: 'unknown', reason: 'unreadable' }] },
      { result: 'skipped', addresses: [{ address: '10.0.10.22', result: 'notApplied' }] },
    ],
  });
});
