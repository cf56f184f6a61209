import { describe, expect, it } from 'vitest';
import { filterAndGroup } from '../../../../src/features/view/filterAndGroup';
import { createDisplayStore } from '../../../../src/session/displayStore';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { memoryMemento } from '../../../support/memoryMemento';
import { user, type Reply } from '../../../support/scriptedPrompter';

async function open(...script: readonly Reply[]) {
  const { context, profile } = await openCommandBench(...script);
  const displays = createDisplayStore(memoryMemento());
  const run = (options = {}): Promise<unknown> => call(filterAndGroup, { ...context, displays }, options);
  return { run, look: () => displays.get(profile.id), asked: context.prompter.asked };
}

describe('Filter and Group', () => {
  it('takes several filters in one go, shows them ticked the next time, and takes them off', async () => {
    const { run, look, asked } = await open(
      user.picks('Show only…'),
      user.ticks({ tick: ['has secondary IPs', 'not attached'] }),
      user.picks('Show only…'),
      user.ticks({ untick: ['not attached'] }),
      user.picks('Show All Interfaces'),
    );
    await run();
    expect(look()).toEqual({ groupBy: 'subnet', filters: ['unattached', 'hasSecondary'] });
    await run();
    expect(asked.at(-1)?.initially).toEqual(['not attached', 'has secondary IPs']);
    expect(look().filters).toEqual(['hasSecondary']);
    await run();
    expect(look().filters).toEqual([]);
  });

  it('groups and leaves the filters as they are', async () => {
    const { run, look } = await open(
      user.picks('Show only…'),
      user.ticks({ tick: ['in use'] }),
      user.picks('By server'),
    );
    await run();
    await run();
    expect(look()).toEqual({ groupBy: 'server', filters: ['inUse'] });
  });

  it('asks nothing when code gives a grouping, filters or a text, and keeps what was not given', async () => {
    const { run, look, asked } = await open();
    expect(await run({ text: ' web-01 ' })).toEqual({ groupBy: 'subnet', filters: [], text: 'web-01' });
    await run({ groupBy: 'flat', filters: ['hasSecondary', 'inUse'] });
    expect(look()).toEqual({ groupBy: 'flat', filters: ['inUse', 'hasSecondary'], text: 'web-01' });
    await run({ text: '' });
    expect(look()).toEqual({ groupBy: 'flat', filters: ['inUse', 'hasSecondary'] });
    expect(asked).toEqual([]);
  });

  it('changes nothing when the filters are left', async () => {
    const { run, look } = await open(user.picks('Show only…'), user.dismisses());
    expect(await run()).toBeUndefined();
    expect(look().filters).toEqual([]);
  });
});
