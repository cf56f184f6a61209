import { describe, expect, it } from 'vitest';
import { createProfileStore } from '../../../src/session/profileStore';
import { buildProfile } from '../../support/buildProfile';
import { memoryMemento } from '../../support/memoryMemento';

const first = buildProfile({ id: 'a', name: 'first' });
const second = buildProfile({ id: 'b', name: 'second', site: 'fin' });

describe('profileStore', () => {
  it('keeps profiles in the order they were added, across restarts', async () => {
    const state = memoryMemento();
    const store = createProfileStore(state);
    await store.save(first);
    await store.save(second);
    expect(createProfileStore(state).all()).toEqual([first, second]);
  });

  it('changes a profile in its place, from what it is now', async () => {
    const store = createProfileStore(memoryMemento());
    await store.save(first);
    await store.save(second);
    await store.update('a', (now) => ({ ...now, protection: 'readOnly' }));
    expect(await store.update('a', (now) => ({ ...now, name: 'renamed' }))).toEqual(store.get('a'));
    expect(store.all()).toEqual([{ ...first, name: 'renamed', protection: 'readOnly' }, second]);
  });

  it('neither changes nor brings back a profile that is gone', async () => {
    const store = createProfileStore(memoryMemento());
    await store.save(first);
    await store.save(second);
    await store.remove('a');
    let told = 0;
    store.onDidChange(() => told++);
    expect(await store.update('a', (now) => ({ ...now, name: 'renamed' }))).toBeUndefined();
    expect(store.all()).toEqual([second]);
    expect(told).toBe(0);
  });

  it('leaves a profile as it is when one with its id is added again', async () => {
    const store = createProfileStore(memoryMemento());
    await store.save({ ...first, protection: 'readOnly' });
    await store.save(first);
    expect(store.get('a')?.protection).toBe('readOnly');
  });

  it('looks at the first profile until another one is activated', async () => {
    const store = createProfileStore(memoryMemento());
    expect(store.active()).toBeUndefined();
    await store.save(first);
    await store.save(second);
    expect(store.active()).toEqual(first);
    await store.activate('b');
    expect(store.active()).toEqual(second);
  });

  it('looks at what is left when the active profile is removed', async () => {
    const store = createProfileStore(memoryMemento());
    await store.save(first);
    await store.save(second);
    await store.activate('b');
    await store.remove('b');
    expect(store.active()).toEqual(first);
    expect(store.get('b')).toBeUndefined();
  });

  it('tells of every change, and of nothing after dispose', async () => {
    const store = createProfileStore(memoryMemento());
    let told = 0;
    store.onDidChange(() => told++);
    await store.save(first);
    await store.activate('a');
    await store.remove('a');
    expect(told).toBe(3);
    store.dispose();
    await store.save(first);
    expect(told).toBe(3);
  });

  it('is of one window where it says what is looked at, and shared in everything else', async () => {
    const state = memoryMemento();
    const [here, there] = [createProfileStore(state), createProfileStore(state)];
    await here.save(first);
    await here.save(second);
    await here.activate('a');
    await there.activate('b');
    await there.update('a', (now) => ({ ...now, regionCode: 'JPN', protection: 'readOnly' }));
    expect(here.active()).toEqual({ ...first, protection: 'readOnly' });
    expect(there.active()).toEqual(second);
    // A window that is opened now begins where the other one looked last.
    expect(createProfileStore(state).all()[0]?.regionCode).toBe('JPN');
    expect(createProfileStore(state).active()).toEqual(second);
  });

  it('tells what another window changed when it looks, once', async () => {
    const state = memoryMemento();
    const [here, there] = [createProfileStore(state), createProfileStore(state)];
    await here.save(first);
    await there.save(second);
    const told: unknown[] = [];
    here.onDidChange(() => told.push(here.all().map(({ id }) => id)));
    here.follow();
    await there.remove('a');
    here.follow();
    here.follow();
    await there.activate('b');
    here.follow();
    expect(told).toEqual([['a', 'b'], ['b']]);
  });

  it.each([
    ['null', null],
    ['text', 'production'],
    ['a profile without a name', { ...first, name: '' }],
    ['a profile without a region', { id: 'x', name: 'x', site: 'public' }],
    ['a number for an id', { ...first, id: 7 }],
    ['an unknown site', { ...first, site: 'moon' }],
    ['a custom site without its address', { ...first, site: 'custom' }],
    ['a custom site behind plain http', { ...first, site: 'custom', gatewayUrl: 'http://gateway.example' }],
  ])('leaves out a damaged row: %s', (_, row) => {
    const store = createProfileStore(memoryMemento({ 'ncloudIp.profiles': [row, second] }));
    expect(store.all()).toEqual([second]);
  });

  it.each([['readonly'], [{}], [null], [true], [0], ['']])(
    'lets nothing be changed when its protection is %j',
    (word) => {
      const store = createProfileStore(memoryMemento({ 'ncloudIp.profiles': [{ ...first, protection: word }] }));
      expect(store.get('a')?.protection).toBe('readOnly');
    },
  );

  it.each(['everything', 7, null])('lets assistants do nothing when their access is %j', (assistants) => {
    const store = createProfileStore(memoryMemento({ 'ncloudIp.profiles': [{ ...first, assistants }] }));
    expect(store.get('a')?.assistants).toBe('off');
  });

  it.each(['none', 'protected', 'readOnly', undefined])('takes the protection %s as it is', (protection) => {
    const store = createProfileStore(memoryMemento({ 'ncloudIp.profiles': [{ ...first, protection }] }));
    expect(store.get('a')?.protection).toBe(protection);
  });

  it('keeps what a later version knows of a profile', async () => {
    const store = createProfileStore(memoryMemento({ 'ncloudIp.profiles': [{ ...first, later: 'more' }] }));
    await store.update('a', (now) => ({ ...now, name: 'renamed' }));
    expect(store.get('a')).toEqual({ ...first, name: 'renamed', later: 'more' });
  });

  it.each([['text'], [{ 0: first }], [null]])('is empty when what is stored is no list: %j', (stored) => {
    expect(createProfileStore(memoryMemento({ 'ncloudIp.profiles': stored })).all()).toEqual([]);
  });
});
