import { describe, expect, it } from 'vitest';
import { renameProfile } from '../../../../src/features/profiles/renameProfile';
import { setProtection } from '../../../../src/features/profiles/setProtection';
import type { CommandContext } from '../../../../src/features/commandContext';
import { switchRegion } from '../../../../src/features/view/switchRegion';
import type { Profile } from '../../../../src/session/profile';
import { call } from '../../../support/call';
import { openCommandBench, type CommandBench } from '../../../support/commandBench';
import { user, type Reply } from '../../../support/scriptedPrompter';

/** A bench where something happens, as in another window, while the first question is open. */
async function openWhile(happens: (bench: CommandBench) => unknown, ...script: readonly Reply[]) {
  const bench = await openCommandBench(...script);
  const { prompter } = bench.context;
  const asking: typeof prompter = {
    ...prompter,
    pick: async (question) => {
      await happens(bench);
      return prompter.pick(question);
    },
    input: async (question) => {
      await happens(bench);
      return prompter.input(question);
    },
  };
  return { ...bench, context: { ...bench.context, prompter: asking } };
}

const commands = [
  ['Switch Region', switchRegion, user.picks('JPN'), { regionCode: 'JPN' }],
  ['Rename Profile', renameProfile, user.types('renamed'), { name: 'renamed' }],
  ['Set Protection', setProtection, user.picks('Protected'), { protection: 'protected' }],
] as const;

/** Where the profile is not asked for: it is the only one, or is named. */
const named = ({ profile }: CommandBench) => ({ profile: profile.id });

describe.each(commands)('%s', (_, command, reply, changed) => {
  const elsewhere: Partial<Profile> = { protection: 'readOnly', regionCode: 'SGN', name: 'named elsewhere' };

  it('keeps what was changed of the profile while its question was open', async () => {
    const bench = await openWhile(
      ({ context, profile }) => context.profiles.update(profile.id, (now) => ({ ...now, ...elsewhere })),
      reply,
    );
    expect(await call<CommandContext, unknown>(command, bench.context, named(bench))).toMatchObject(changed);
    expect(bench.context.profiles.get(bench.profile.id)).toEqual({ ...bench.profile, ...elsewhere, ...changed });
  });

  it('does not bring back a profile that was removed while its question was open', async () => {
    const bench = await openWhile(({ context, profile }) => context.profiles.remove(profile.id), reply);
    expect(await call<CommandContext, unknown>(command, bench.context, named(bench))).toBeUndefined();
    expect(bench.context.profiles.all()).toEqual([]);
  });
});

it('Switch Region by code keeps the protection that is set while the regions are read', async () => {
  const { context, profile } = await openCommandBench();
  const regions: typeof context.readers.regions = async (of) => {
    await context.profiles.update(profile.id, (now) => ({ ...now, protection: 'readOnly' }));
    return context.readers.regions(of);
  };
  await call(
    switchRegion,
    { ...context, readers: { ...context.readers, regions } },
    { regionCode: 'JPN', interactive: false },
  );
  expect(context.profiles.get(profile.id)).toMatchObject({ regionCode: 'JPN', protection: 'readOnly' });
});
