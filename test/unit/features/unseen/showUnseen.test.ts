import { beforeEach, describe, expect, it, vi } from 'vitest';
import { env, window } from 'vscode';
import { copyNextAddress, showUnseen } from '../../../../src/features/unseen/showUnseen';
import { findAddress } from '../../../../src/features/find/findAddress';
import { findRows } from '../../../../src/features/find/findRows';
import type { Arguments } from '../../../../src/features/readArguments';
import { createAddressIndex } from '../../../../src/search/addressIndex';
import { addressToNumber } from '../../../../src/model/address';
import type { Scope } from '../../../../src/session/scope';
import { call, onRows } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';
import { buildInterface, buildNetwork } from '../../../support/buildNetwork';
import { user, type Reply } from '../../../support/scriptedPrompter';

const writeText = vi.fn();
const say = vi.spyOn(window, 'showInformationMessage');

/** Commands on a sandbox; `row` is the row of a subnet or an interface that one is called on. */
async function open(...script: Reply[]) {
  const bench = await openCommandBench(...script);
  const scope: Scope = { profile: bench.profile, regionCode: 'KR' };
  await bench.context.networks.load(scope);
  const row = (about: object): Arguments => onRows({ scope, ...about } as never);
  return { ...bench, row };
}

beforeEach(() => {
  vi.clearAllMocks();
  say.mockResolvedValue(undefined);
  Object.assign(env, { clipboard: { writeText } });
});

describe('Show Addresses Not in Use', () => {
  it('lists a subnet by ranges with how many each has, and says what the list does not know', async () => {
    const { context, row } = await open(user.dismisses());
    await showUnseen(context, row({ kind: 'subnet', subnetNo: '3104' }));
    const [asked] = context.prompter.asked;
    expect(asked?.title).toBe('Addresses Not in Use · web-pub · 10.0.10.0/24');
    expect(asked?.choices.slice(0, 3)).toEqual(['10.0.10.8–13 · 6', '10.0.10.15–19 · 5', '10.0.10.22–29 · 8']);
    expect(asked?.words).toMatch(/^\d+ of 249 not seen in use; managed services may hold/);
  });

  it('asks for the subnet when it is called on none', async () => {
    const { context } = await open(user.picks('batch-priv'));
    await call(showUnseen, context);
    expect(context.prompter.asked[0]?.words).toBe('Which subnet?');
    expect(say.mock.lastCall?.[0]).toBe('All 9 addresses in batch-priv are seen in use.');
  });

  it('lists what open files reserve where nothing else is left, and calls it no address in use', async () => {
    const { context, row, profile } = await open(user.dismisses());
    const ranges = [{ first: addressToNumber('10.0.10.0'), last: addressToNumber('10.0.10.255'), reason: 'OPS-812' }];
    const scope = { profile, regionCode: 'KR' };
    context.reservations.set('file', [{ scope, subnetNos: new Set(['3104']), ranges }]);
    const subnet = row({ kind: 'subnet', subnetNo: '3104' });
    await showUnseen(context, subnet);
    const [asked] = context.prompter.asked;
    expect(asked?.choices.slice(0, 2)).toEqual(['10.0.10.8', '10.0.10.9']);
    expect(asked?.words).toMatch(/^[1-9]\d* of 249 not seen in use/);
    await copyNextAddress(context, subnet);
    expect(say.mock.lastCall?.[0]).toBe('All 249 addresses in web-pub are seen in use, or reserved in open files.');
  });

  it('copies a range as it can be typed, and goes back to the list before', async () => {
    const { context, row } = await open(
      user.picks('10.0.10.15–19 · 5'),
      user.goesBack(),
      user.picks('10.0.10.22–29 · 8'),
      user.picks('Copy 10.0.10.22-10.0.10.29'),
    );
    await showUnseen(context, row({ kind: 'subnet', subnetNo: '3104' }));
    expect(context.prompter.asked[2]?.initially).toEqual(['10.0.10.15–19 · 5']);
    expect(writeText).toHaveBeenCalledWith('10.0.10.22-10.0.10.29');
  });

  it('assigns the first address of a range to an interface of that subnet, after the review', async () => {
    const { context, row, sandbox } = await open(
      user.picks('10.0.10.22–29 · 8'),
      user.picks('Assign 10.0.10.22 Here…'),
      user.picks('web-01'),
      user.picks('Assign'),
    );
    await showUnseen(context, row({ kind: 'subnet', subnetNo: '3104' }));
    const which = context.prompter.asked[2];
    expect(which?.title).toBe('Assign Secondary IPs · 10.0.10.22');
    expect(which?.choices).not.toContain('app-01');
    const sent = await sandbox.writes();
    expect(sent).toHaveLength(1);
  });

  it('offers no change of a read-only account', async () => {
    const { context, row, profile } = await open(user.picks('10.0.10.22–29 · 8'), user.dismisses());
    await context.profiles.update(profile.id, (now) => ({ ...now, protection: 'readOnly' }));
    await showUnseen(context, row({ kind: 'subnet', subnetNo: '3104' }));
    expect(context.prompter.asked[1]?.choices).toEqual(['Copy 10.0.10.22', 'Copy 10.0.10.22-10.0.10.29']);
  });

  it('answers code with the ranges', async () => {
    const { context } = await open();
    const ranges = await call(showUnseen, context, { subnetNo: '3104', interactive: false });
    expect(ranges).toContainEqual({ first: '10.0.10.22', last: '10.0.10.29', count: 8 });
  });
});

describe('Copy Next Address', () => {
  it('copies the lowest address not seen in use of a subnet, or of the subnet of an interface', async () => {
    const { context, row } = await open();
    expect(await copyNextAddress(context, row({ kind: 'subnet', subnetNo: '3104' }))).toBe('10.0.10.8');
    expect(await copyNextAddress(context, row({ kind: 'interface', networkInterfaceNo: '701236' }))).toBe('10.0.10.8');
    expect(writeText.mock.calls).toEqual([['10.0.10.8'], ['10.0.10.8']]);
  });

  it('copies nothing of a full subnet, and says so', async () => {
    const { context } = await open(user.picks('batch-priv'));
    expect(await call(copyNextAddress, context)).toBeUndefined();
    expect(writeText).not.toHaveBeenCalled();
    expect(say.mock.lastCall?.[0]).toContain('are seen in use');
  });
});

describe('Assign Here from Find Address', () => {
  it('assigns an address that is not seen in use in the subnet it belongs to', async () => {
    const assign = 'Assign 10.0.20.200 Here…';
    const { context, sandbox } = await open(
      user.finds('10.0.20.200', assign),
      user.picks('web-01'),
      user.picks('Assign'),
    );
    await call(findAddress, context);
    const sent = await sandbox.writes();
    expect(sent).toHaveLength(1);
    expect(context.prompter.asked[1]?.choices).not.toContain('web-02');
  });

  it('is not offered for an address that is reserved, held or outside, nor for a read-only account', () => {
    const network = buildNetwork({ interfaces: [buildInterface()] });
    const index = createAddressIndex([{ profile: { id: 'p', name: 'p' }, network }]);
    const rows = (typed: string, mayAssign = true): string[] =>
      findRows(index, [], typed, () => mayAssign).map(({ label }) => label);
    expect(rows('10.0.10.200')).toEqual(['10.0.10.200', 'Assign 10.0.10.200 Here…', 'Show 10.0.10.200 in Subnet Map']);
    for (const one of ['10.0.10.3', '10.0.10.14']) expect(rows(one)).toEqual([one, `Show ${one} in Subnet Map`]);
    expect(rows('192.0.2.1').join()).not.toContain('Assign');
    expect(rows('10.0.10.200', false).join()).not.toContain('Assign');
  });
});
