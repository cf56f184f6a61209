import { afterEach, describe, expect, it, vi } from 'vitest';
import { commands, window } from 'vscode';
import { guestOsCommands } from '../../../../src/features/guest/guestOsCommands';
import { moveSecondaryIps } from '../../../../src/features/move/moveSecondaryIps';
import { buildEntry } from '../../../support/buildEntry';
import { call } from '../../../support/call';
import { openCommandBench, type CommandBench } from '../../../support/commandBench';
import { user } from '../../../support/scriptedPrompter';

const bare = { networkInterfaceNo: '701236' };
const holding = { networkInterfaceNo: '701237' };

/** Moves an address, and gives the entry of that. */
async function movedEntry(
  context: CommandBench['context'],
  { address, from, to }: { readonly address: string; readonly from: string; readonly to: string },
): Promise<string> {
  const options = { networkInterfaceNo: from, secondaryIps: [address], to, confirm: false };
  await call(moveSecondaryIps, context, options);
  const [entry] = await context.history.list();
  if (!entry) throw new Error('nothing moved');
  return entry.id;
}

describe('Guest OS Commands', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('writes every system for an interface with secondary IPs', async () => {
    const { context, opened } = await openCommandBench();
    const text = await call(guestOsCommands, context, { ...holding, interactive: false });
    expect(opened.get('web-02 eth0 · Guest OS Commands')).toBe(text);
    expect(String(text).match(/^### /gm)).toHaveLength(6);
  });

  it('asks people for the system, writes that one alone and puts it first the next time', async () => {
    const rocky = 'Rocky Linux, RHEL 8 and later (nmcli)';
    const debian = 'Debian, Ubuntu 16.04 (ifupdown)';
    const bench = await openCommandBench(user.picks(debian), user.dismisses(), user.picks('All Systems'));
    const { context, opened } = bench;
    const text = String(await call(guestOsCommands, context, holding));
    expect(text.match(/^### .*/gm)).toEqual([`### ${debian}`]);
    opened.clear();
    expect(await call(guestOsCommands, context, holding)).toBeUndefined();
    expect(opened.size).toBe(0);
    expect(String(await call(guestOsCommands, context, holding)).match(/^### /gm)).toHaveLength(6);
    const firsts = context.prompter.asked.map(({ choices }) => choices[0]);
    expect(firsts).toEqual([rocky, debian, debian]);
  });

  it('takes the system and the addresses from code, and refuses a system that there is not', async () => {
    const { context } = await openCommandBench();
    const options = { ...holding, secondaryIps: ['10.0.10.21'], system: 'ubuntu' } as const;
    const text = String(await call(guestOsCommands, context, options));
    expect(text.match(/^### /gm)).toHaveLength(1);
    expect(text).toContain('Ubuntu');
    expect(text).toContain('10.0.10.21/24');
    const wrong = { ...holding, system: 'solaris' } as never;
    await expect(call(guestOsCommands, context, wrong)).rejects.toThrow(/one of/);
  });

  it('leaves out what went to another interface since the document was opened', async () => {
    const { context } = await openCommandBench();
    const options = {
      ...holding,
      secondaryIps: ['10.0.10.20', '10.0.10.99'],
      system: 'all',
      interactive: false,
    } as const;
    const text = await call(guestOsCommands, context, options);
    expect(text).toContain('10.0.10.20');
    expect(text).not.toContain('10.0.10.99');
  });

  it('asks once for servers that are likely to run the same, and one after the other for those that are not', async () => {
    const choice = [user.picks('Debian'), user.goesBack(), user.picks('Ubuntu 18.04'), user.picks('Windows')];
    const { context, profile } = await openCommandBench(...choice);
    await context.guestSystems.set(profile.id, ['10423318'], 'ubuntu');
    const moved = { address: '10.0.10.20', from: '701237', to: '701236' };
    const entry = await movedEntry(context, moved);
    const text = String(await call(guestOsCommands, context, { entry }));
    expect(context.prompter.asked.map(({ step, totalSteps }) => [step, totalSteps])).toEqual([
      [1, 2],
      [2, 2],
      [1, 2],
      [2, 2],
    ]);
    expect(text.match(/^###? .*/gm)?.map((line) => line.slice(0, 15))).toHaveLength(4);
    expect(context.guestSystems.get(profile.id, '10423318')).not.toBe('debian');
  });

  it('offers to assign one for an interface without secondary IPs, instead of a document that tells nothing', async () => {
    const told = vi.spyOn(window, 'showInformationMessage').mockResolvedValue('Assign Secondary IPs' as never);
    const run = vi.spyOn(commands, 'executeCommand').mockResolvedValue(undefined);
    const { context, opened, profile } = await openCommandBench();
    expect(await call(guestOsCommands, context, bare)).toBeUndefined();
    expect(opened.size).toBe(0);
    expect(told.mock.lastCall?.[0]).toContain('web-01/eth0 has no secondary IPs');
    await vi.waitFor(() =>
      expect(run).toHaveBeenCalledWith('ncloudIp.assignSecondaryIps', {
        ...bare,
        profile: profile.id,
        regionCode: profile.regionCode,
      }),
    );
  });

  it('says so of a change that moved nothing', async () => {
    const told = vi.spyOn(window, 'showInformationMessage');
    const { context, opened, profile } = await openCommandBench();
    const entry = buildEntry({ profile, regionCode: 'KR', steps: [] });
    await context.history.open(entry);
    expect(await call(guestOsCommands, context, { entry: entry.id })).toBeUndefined();
    expect(told.mock.lastCall?.[0]).toContain('No address is known to have moved');
    expect(opened.size).toBe(0);
  });

  it('answers code with undefined and says nothing', async () => {
    const told = vi.spyOn(window, 'showInformationMessage');
    const { context } = await openCommandBench();
    expect(await call(guestOsCommands, context, { ...bare, interactive: false })).toBeUndefined();
    expect(told).not.toHaveBeenCalled();
  });
});
