import { afterEach, describe, expect, it, vi } from 'vitest';
import { commands, window } from 'vscode';
import { guestOsCommands } from '../../../src/commands/guestOsCommands';
import { buildEntry } from '../../support/buildEntry';
import { answering, openCommandBench } from '../../support/commandBench';

const bare = { networkInterfaceNo: '701236' };
const holding = { networkInterfaceNo: '701237' };

describe('Guest OS Commands', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('writes every system for an interface with secondary IPs, with the keepalived script that calls the sandbox', async () => {
    const { context, opened, sandbox } = await openCommandBench();
    const text = await guestOsCommands(context, answering(holding));
    expect(opened.get('Guest OS commands.md')).toBe(text);
    expect(String(text).match(/^### /gm)).toHaveLength(7);
    expect(text).toContain(`gateway='${sandbox.url}'`);
  });

  it('offers to assign one for an interface without secondary IPs, instead of a document that tells nothing', async () => {
    const told = vi.spyOn(window, 'showInformationMessage').mockResolvedValue('Assign Secondary IPs' as never);
    const run = vi.spyOn(commands, 'executeCommand').mockResolvedValue(undefined);
    const { context, opened, profile } = await openCommandBench();
    expect(await guestOsCommands(context, answering(bare))).toBeUndefined();
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
    expect(await guestOsCommands(context, answering({ entry: entry.id }))).toBeUndefined();
    expect(told.mock.lastCall?.[0]).toContain('No address is known to have moved');
    expect(opened.size).toBe(0);
  });

  it('answers code with undefined and says nothing', async () => {
    const told = vi.spyOn(window, 'showInformationMessage');
    const { context } = await openCommandBench();
    expect(await guestOsCommands(context, answering({ ...bare, confirm: false }))).toBeUndefined();
    expect(told).not.toHaveBeenCalled();
  });
});
