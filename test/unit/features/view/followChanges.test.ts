import { window } from 'vscode';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { followChanges } from '../../../../src/features/view/followChanges';
import { createEmitter } from '../../../../src/session/emitter';
import { buildProfile } from '../../../support/buildProfile';
import { openCommandBench, type CommandBench } from '../../../support/commandBench';

/** The wiring without a window: the view is hidden, the tree only counts how often it is asked to redraw. */
async function follow() {
  const bench = await openCommandBench();
  const status = { text: '', show: vi.fn(), hide: vi.fn(), dispose: vi.fn() };
  vi.spyOn(window, 'createStatusBarItem').mockReturnValue(status as never);
  const redraw = vi.fn();
  const never = createEmitter<undefined>().event;
  const tree = { redraw, isDrawn: () => true, onDidDraw: never };
  const view = { visible: false, onDidChangeVisibility: never };
  const context = { ...bench.context, tree, view } as unknown as CommandBench['context'];
  const following = followChanges(context);
  onTestFinished(() => void following.dispose());
  return { ...bench, context, redraw, status };
}
afterEach(() => void vi.restoreAllMocks());

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

  it('temporary keys that another window saved: when they end is known of every profile shown, and in the status bar', async () => {
    const { context, profile, secrets, status } = await follow();
    const { profiles, scopes, keyEnds } = context;
    const other = buildProfile({ id: 'other', name: 'staging' });
    await profiles.save(other);
    await scopes.pin([{ profile: other, regionCode: 'JPN' }]);
    const save = (id: string, expiresAt: number): void =>
      secrets.storeElsewhere(
        `ncloudIp.credentials.${id}`,
        JSON.stringify({ version: 1, accessKey: 'made-up', secretKey: 'made-up-too', expiresAt }),
      );
    const end = Date.now() + 3_600_000;
    save('other', end);
    await vi.waitFor(() => expect(keyEnds.get('other')).toEqual({ at: end, isOver: false }));
    expect(status.text).toContain(profile.name);
    expect(status.text).not.toContain('keys');
    save(profile.id, 1);
    await vi.waitFor(() => expect(status.text).toContain('keys expired'));
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
