import { describe, expect, it } from 'vitest';
import { createDisplayStore } from '../../../src/session/displayStore';
import { memoryMemento } from '../../support/memoryMemento';

const plain = { groupBy: 'subnet', filters: [] } as const;

describe('displayStore', () => {
  it('remembers the look of each profile, across restarts', async () => {
    const state = memoryMemento();
    const look = { groupBy: 'server', filters: ['unattached'] } as const;
    await createDisplayStore(state).set('a', look);
    expect(createDisplayStore(state).get('a')).toEqual(look);
    expect(createDisplayStore(state).get('b')).toEqual(plain);
  });

  it.each([[null], ['server'], [{ groupBy: 'moon', filters: 'all' }], [{ filters: [7, 'moon'] }]])(
    'reads a damaged look as the plain one: %j',
    (stored) => expect(createDisplayStore(memoryMemento({ 'ncloudIp.look.a': stored })).get('a')).toEqual(plain),
  );

  it('tells when a look changes', async () => {
    const store = createDisplayStore(memoryMemento());
    let told = 0;
    store.onDidChange(() => told++);
    await store.set('a', plain);
    expect(told).toBe(1);
  });
});
