import { describe, expect, it } from 'vitest';
import { buildInterface, buildNetwork } from '../../support/buildNetwork';
import { buildEntry } from '../../support/buildEntry';
import { buildScope } from '../../support/buildProfile';
import { openToolDesk, type ToolDesk } from '../../support/toolDesk';

const plain = buildNetwork({ interfaces: [buildInterface()] });
const other = buildNetwork({ interfaces: [buildInterface({ secondaryIpList: ['10.0.10.40'] })] });
const wish = { changes: [{ kind: 'assign', interface: '701236', addresses: ['10.0.10.30'] }] };

async function proposed(desk: ToolDesk): Promise<{ planId: string; digest: string }> {
  const { planId, digest } = await desk.ask('planChange', wish);
  return { planId, digest } as { planId: string; digest: string };
}

describe('applyPlan', () => {
  it('asks a person about the plan that was made, once', async () => {
    const desk = openToolDesk(plain);
    const plan = await proposed(desk);
    expect(await desk.ask('applyPlan', plan)).toMatchObject({ result: 'notApplied', reason: 'declined' });
    expect(desk.asked.map(({ digest }) => digest)).toEqual([plan.digest]);
    expect(await desk.ask('applyPlan', plan)).toMatchObject({ error: 'spent' });
    expect(desk.asked).toHaveLength(1);
  });

  it('asks once also when two calls race', async () => {
    const desk = openToolDesk(plain);
    const plan = await proposed(desk);
    const answers = await Promise.all([desk.ask('applyPlan', plan), desk.ask('applyPlan', plan)]);
    expect(answers.map(({ error, reason }) => error ?? reason).sort()).toEqual(['declined', 'spent']);
    expect(desk.asked).toHaveLength(1);
  });

  it('takes no forged digest and no made-up id, and the plan is still good', async () => {
    const desk = openToolDesk(plain);
    const plan = await proposed(desk);
    expect(await desk.ask('applyPlan', { ...plan, digest: '0'.repeat(64) })).toMatchObject({ error: 'wrongDigest' });
    expect(await desk.ask('applyPlan', { ...plan, planId: 'plan-99' })).toMatchObject({ error: 'unknownPlan' });
    expect(await desk.ask('applyPlan', { ...plan, digest: 'x' })).toMatchObject({ error: 'badInput' });
    expect(desk.asked).toEqual([]);
    expect(await desk.ask('applyPlan', plan)).toMatchObject({ reason: 'declined' });
  });

  it('takes no plan of over ten minutes ago, nor of a clock that was set back', async () => {
    const desk = openToolDesk(plain);
    const plan = await proposed(desk);
    desk.now += 10 * 60_000 + 1;
    expect(await desk.ask('applyPlan', plan)).toMatchObject({ error: 'expired' });
    desk.now -= 20 * 60_000;
    expect(await desk.ask('applyPlan', plan)).toMatchObject({ error: 'expired' });
    expect(desk.asked).toEqual([]);
  });

  it.each([
    ['another profile', buildScope({ id: 'p2' })],
    ['another region', { ...buildScope(), regionCode: 'JPN' }],
    ['the same profile at another gateway', buildScope({ site: 'custom', gatewayUrl: 'https://elsewhere.test' })],
  ])('takes no plan that was made for %s', async (_, scope) => {
    const desk = openToolDesk(plain);
    const plan = await proposed(desk);
    desk.scope = scope;
    expect(await desk.ask('applyPlan', plan)).toMatchObject({ error: 'otherPlace' });
    expect(desk.asked).toEqual([]);
  });

  it('takes no plan of a network that has moved on, and that plan is spent', async () => {
    const desk = openToolDesk(plain);
    const plan = await proposed(desk);
    desk.network = other;
    expect(await desk.ask('applyPlan', plan)).toMatchObject({ error: 'stale' });
    desk.network = plain;
    expect(await desk.ask('applyPlan', plan)).toMatchObject({ error: 'spent' });
    expect(desk.asked).toEqual([]);
  });

  it('looks at the profile once more after reading', async () => {
    const desk = openToolDesk(plain);
    const plan = await proposed(desk);
    desk.onRead = () => (desk.scope = buildScope({ id: 'p2' }));
    expect(await desk.ask('applyPlan', plan)).toMatchObject({ error: 'otherPlace' });
    desk.onRead = () => undefined;
    desk.scope = buildScope();
    const next = await proposed(desk);
    desk.onRead = () => (desk.scope = buildScope({ assistants: 'look' }));
    expect(await desk.ask('applyPlan', next)).toMatchObject({ error: 'lookOnly' });
    expect(desk.asked).toEqual([]);
  });

  it('asks about one plan at a time, and the other one stays good', async () => {
    const desk = openToolDesk(plain);
    const [one, other] = [await proposed(desk), await proposed(desk)];
    const answers = await Promise.all([desk.ask('applyPlan', one), desk.ask('applyPlan', other)]);
    expect(answers).toMatchObject([{ reason: 'declined' }, { error: 'busy' }]);
    expect(await desk.ask('applyPlan', other)).toMatchObject({ reason: 'declined' });
  });

  it('asks nobody once the plan is over that a person was waited for with', async () => {
    const desk = openToolDesk(plain);
    const plan = await proposed(desk);
    desk.onReady = () => (desk.now += 10 * 60_000 + 1);
    expect(await desk.ask('applyPlan', plan)).toMatchObject({ error: 'expired' });
    expect(desk.asked).toEqual([]);
    desk.onReady = () => {
      throw new Error('the window is closing');
    };
    expect(await desk.ask('applyPlan', await proposed(desk))).toMatchObject({ error: 'unexpected' });
    desk.onReady = () => undefined;
    expect(await desk.ask('applyPlan', await proposed(desk))).toMatchObject({ reason: 'declined' });
  });

  it('asks nobody once it is cancelled', async () => {
    const desk = openToolDesk(plain);
    const { text } = await desk.run('applyPlan', await proposed(desk), AbortSignal.abort());
    expect(JSON.parse(text)).toMatchObject({ error: 'cancelled' });
    expect(desk.asked).toEqual([]);
  });

  it('does not take back what was taken back since', async () => {
    const desk = openToolDesk(
      buildNetwork({ interfaces: [buildInterface({ secondaryIpList: ['10.0.10.11', '10.0.10.12'] })] }),
    );
    desk.entries = [buildEntry()];
    const { planId, digest } = await desk.ask('planUndo');
    desk.entries = [buildEntry({ undoneBy: 'later' })];
    expect(await desk.ask('applyPlan', { planId, digest })).toMatchObject({ error: 'stale' });
    expect(desk.asked).toEqual([]);
  });
});
