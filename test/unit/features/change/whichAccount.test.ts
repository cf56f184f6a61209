import { describe, expect, it, vi } from 'vitest';
import { window } from 'vscode';
import { assignSecondaryIps } from '../../../../src/features/assign/assignSecondaryIps';
import { call } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { user } from '../../../support/scriptedPrompter';

const interfaceOnly = { networkInterfaceNo: '701236' };
const script = [user.picks('Pick addresses'), user.ticks({ type: '10.0.10.101' })];

describe('which account and region a change is about', () => {
  it('stands over the review of the wizard, and in the whole plan', async () => {
    const { context, opened } = await openCommandBench(...script, user.picks('Open Full Plan'), user.dismisses());
    await call(assignSecondaryIps, context, interfaceOnly);
    expect(context.prompter.asked.at(-1)?.title).toBe('Assign Secondary IPs · web-01/eth0 · Sandbox · KR');
    expect(opened.get('Plan')).toContain('\nSandbox · KR · 1 API call\n');
  });

  it('is named in the result when several are shown', async () => {
    const told = vi.spyOn(window, 'showInformationMessage');
    const { context, profile } = await openCommandBench();
    const given = { ...interfaceOnly, confirm: false };
    await call(assignSecondaryIps, context, { ...given, secondaryIps: ['10.0.10.101'] });
    expect(told.mock.lastCall?.[0]).toBe('web-01/eth0 now has 10.0.10.101.');
    await context.scopes.pin(['KR', 'JPN'].map((regionCode) => ({ profile, regionCode })));
    await call(assignSecondaryIps, context, { ...given, secondaryIps: ['10.0.10.102'] });
    expect(told.mock.lastCall?.[0]).toBe('Sandbox · KR: web-01/eth0 now has 10.0.10.102.');
  });
});
