import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { followChanges } from '../../src/followChanges';
import { createEmitter } from '../../src/session/emitter';
import { openCommandBench, type CommandBench } from '../support/commandBench';

/** The wiring without a window: the view is hidden, the tree only counts how often it is asked to redraw. */
async function follow() {
  const bench = await openCommandBench();
  const redraw = vi.fn();
  const never = createEmitter<undefined>().event;
  const tree = { redraw, isDrawn: () => true, onDidDraw: never };
  const view = { visible: false, onDidChangeVisibility: never };
  const context = { ...bench.context, tree, view } as unknown as CommandBench['context'];
  const following = followChanges(context);
  onTestFinished(() => void following.dispose());
  return { ...bench, context, redraw };
}

describe('what follows what', () => {
  it('keys that another window saved: a new client, and what was read with the old ones is forgotten', async () => {
    const { context, profile, secrets, redraw } = await follow();
    const scope = { profile, regionCode: 'KR' };
    await context.networks.load(scope);
    const before = await context.apis.get(profile);
    redraw.mockClear();
    secrets.storeElsewhere(`ncloudIp.credentials.${profile.id}`, JSON.stringify({ version: 1 }));
    expect(context.networks.state(scope).kind).toBe('unread');
    expect(redraw).toHaveBeenCalled();
    expect(await context.apis.get(profile)).not.toBe(before);
  });

  it('secrets of others: nothing', async () => {
    const { context, profile, secrets } = await follow();
    const scope = { profile, regionCode: 'KR' };
    await context.networks.load(scope);
    secrets.storeElsewhere('somebody.else', 'x');
    expect(context.networks.state(scope).kind).toBe('loaded');
  });

  it('a profile that is removed: its network is forgotten', async () => {
    const { context, profile } = await follow();
    const scope = { profile, regionCode: 'KR' };
    await context.networks.load(scope);
    await context.profiles.remove(profile.id);
    expect(context.networks.state(scope).kind).toBe('unread');
  });
});
