import { describe, expect, it } from 'vitest';
import { chooseRegions } from '../../../../src/features/view/chooseRegions';
import { buildProfile } from '../../../support/buildProfile';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { user } from '../../../support/scriptedPrompter';

describe('Choose Regions to Show', () => {
  it('keeps what is pinned of a profile that cannot be asked', async () => {
    const { context, profile } = await openCommandBench(user.ticks({ tick: ['Sandbox · KR'] }));
    const { profiles, scopes, prompter } = context;
    const without = buildProfile({ id: 'p-away', name: 'away', regionCode: 'KR' });
    await profiles.save(without);
    await profiles.activate(profile.id);
    await scopes.pin(['SGN', 'JPN'].map((regionCode) => ({ profile: without, regionCode })));
    await call(chooseRegions, context);
    expect(prompter.asked[0]).toMatchObject({
      choices: expect.arrayContaining(['away · KR', 'away · SGN', 'away · JPN']),
      initially: ['away · SGN', 'away · JPN'],
    });
    expect(scopes.pinned().map((pin) => `${pin.profile.name} ${pin.regionCode}`)).toEqual(
      expect.arrayContaining(['Sandbox KR', 'away SGN', 'away JPN']),
    );
  });

  it('takes regions from code, with the profile by name or id', async () => {
    const { context, profile } = await openCommandBench();
    const chosen = await call(chooseRegions, context, { regions: [`${profile.id}/KR`, `${profile.name}/JPN`] });
    expect(chosen).toEqual({ regions: [`${profile.id}/KR`, `${profile.id}/JPN`] });
    expect(context.prompter.asked).toEqual([]);
  });

  it.each(['nobody/KR', 'KR', '/KR', 'Sandbox/', ''])(
    'refuses %j from code, and shows what it did before',
    async (wrong) => {
      const { context, profile } = await openCommandBench();
      await context.scopes.pin([{ profile, regionCode: 'JPN' }]);
      const choosing = call(chooseRegions, context, { regions: [`${profile.id}/KR`, wrong] });
      await expect(choosing).rejects.toThrow(TypeError);
      await expect(choosing).rejects.toThrow('regions must be <profile>/<region code> each');
      expect(context.scopes.pinned().map(({ regionCode }) => regionCode)).toEqual(['JPN']);
    },
  );

  it('keeps a pinned region that the account does not name any more', async () => {
    const { context, profile } = await openCommandBench(user.ticks({}));
    await context.scopes.pin([{ profile, regionCode: 'OLD' }]);
    await call(chooseRegions, context);
    expect(context.scopes.pinned().map(({ regionCode }) => regionCode)).toEqual(['OLD']);
  });
});
