import { describe, expect, it } from 'vitest';
import { createLookStore } from '../../../src/session/lookStore';
import { memoryMemento } from '../../support/memoryMemento';

const plain = { groupBy: 'subnet', filters: [] } as const;

describe('lookStore', () => {
  it('remembers the look of each profile, across restarts', async () => {
    const state = memoryMemento();
    const look = { groupBy: 'server', filters: ['unattached'] } as const;
    await createLookStore(state).set('a', look);
    expect(createLookStore(state).get('a')).toEqual(look);
    expect(createLookStore(state).get('b')).toEqual(plain);
  });

  it.each([[null], ['server'], [{ groupBy: 'moon', filters: 'all' }], [{ filters: [7, 'moon'] }]])(
    'reads a damaged look as the plain one: %j',
    (stored) => expect(createLookStore(memoryMemento({ 'ncloudIp.look.a': stored })).get('a')).toEqual(plain),
  );

  it('tells when a look changes', async () => {
    const store = createLookStore(memoryMemento());
    let told = 0;
    store.onDidChange(() => told++);
    await store.set('a', plain);
    expect(told).toBe(1);
  });
});
