import { describe, expect, it } from 'vitest';
import { createProfileStore } from '../../../src/session/profileStore';
import { createScopeStore, type ScopeStore } from '../../../src/session/scopeStore';
import { buildProfile } from '../../support/buildProfile';
import { memoryMemento } from '../../support/memoryMemento';

const a = buildProfile({ id: 'a' });
const b = buildProfile({ id: 'b', regionCode: 'JPN' });
const shown = (store: ScopeStore): string[] =>
  store.shown().map(({ profile, regionCode }) => `${profile.id} ${regionCode}`);

async function open(initially: Record<string, unknown> = {}) {
  const state = memoryMemento(initially);
  const profiles = createProfileStore(state);
  await profiles.save(a);
  await profiles.save(b);
  return { profiles, state, store: createScopeStore(state, profiles) };
}

describe('scopeStore', () => {
  it('shows the region looked at when nothing is pinned', async () => {
    const { profiles, store } = await open();
    expect(shown(store)).toEqual(['a KR']);
    await profiles.activate('b');
    expect(shown(store)).toEqual(['b JPN']);
  });

  it('shows pinned regions in the order of profiles, the one looked at among them once', async () => {
    const { profiles, store } = await open();
    await store.pin([
      { profile: b, regionCode: 'JPN' },
      { profile: a, regionCode: 'SGN' },
    ]);
    expect(shown(store)).toEqual(['a KR', 'a SGN', 'b JPN']);
    await profiles.activate('b');
    expect(shown(store)).toEqual(['a SGN', 'b JPN']);
  });

  it('shows what this window pinned, whatever another one pins', async () => {
    const { profiles, state, store } = await open();
    const other = createScopeStore(state, profiles);
    await other.pin([{ profile: b, regionCode: 'SGN' }]);
    expect([shown(store), shown(other)]).toEqual([['a KR'], ['a KR', 'b SGN']]);
    expect(shown(createScopeStore(state, profiles))).toEqual(shown(other));
  });

  it('shows nothing without profiles, and passes over pins of profiles that are gone', async () => {
    const { profiles, store } = await open();
    await store.pin([
      { profile: a, regionCode: 'KR' },
      { profile: b, regionCode: 'KR' },
    ]);
    await profiles.remove('b');
    expect(shown(store)).toEqual(['a KR']);
    await profiles.remove('a');
    expect(shown(store)).toEqual([]);
  });

  it('sees a profile as it is now, not as it was when it was pinned', async () => {
    const { profiles, store } = await open();
    await store.pin([{ profile: a, regionCode: 'KR' }]);
    await profiles.update(a.id, (now) => ({ ...now, name: 'renamed' }));
    expect(store.pinned()[0]?.profile.name).toBe('renamed');
  });

  it.each([[{}], ['text'], [[null, 7, { profile: 'a' }, { regionCode: 'KR' }]]])(
    'reads damaged pins as none: %j',
    async (stored) => {
      const { store } = await open({ 'ncloudIp.pinned': stored });
      expect(store.pinned()).toEqual([]);
    },
  );

  it('tells when pins change', async () => {
    const { store } = await open();
    let told = 0;
    store.onDidChange(() => told++);
    await store.pin([]);
    expect(told).toBe(1);
  });
});
