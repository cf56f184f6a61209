import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { window } from 'vscode';
import { readLink, readSubnetLink } from '../../../../src/features/links/readLink';
import { openLink } from '../../../../src/features/links/openLink';
import { createNetwork } from '../../../../src/model/network';
import { linkLine } from '../../../../src/copy/linkLine';
import type { Scope } from '../../../../src/session/scope';
import type { Profile } from '../../../../src/session/profile';
import type { Subject } from '../../../../src/tree/node';
import type { SearchQuestion } from '../../../../src/ui/prompter';
import { apiFailure } from '../../../support/apiFailure';
import { buildInterface, buildNetwork } from '../../../support/buildNetwork';
import { buildProfile } from '../../../support/buildProfile';
import { selectingView } from '../../../support/selectingView';

/** Accounts that hold the same address, on as many interfaces as there are VPCs with the range; what writes is absent, so a link that wrote would throw. */
function bench({ shown = ['one', 'two'], holders = ['7'] } = {}) {
  const all = new Map(['one', 'two'].map((name) => [`id-${name}`, buildProfile({ id: `id-${name}`, name })]));
  const scopeOf = (profile: Profile): Scope => ({ profile, regionCode: profile.regionCode });
  let scopes = [...all.values()].filter(({ name }) => shown.includes(name)).map(scopeOf);
  const network = buildNetwork({
    interfaces: holders.map((networkInterfaceNo) =>
      buildInterface({ networkInterfaceNo, secondaryIpList: ['10.0.10.11'] }),
    ),
  });
  const revealed: string[] = [];
  const searched: (string | undefined)[] = [];
  const context = {
    scopes: { shown: () => scopes },
    profiles: {
      all: () => [...all.values()],
      active: () => scopes[0]?.profile,
      get: (id: string) => all.get(id),
      update: (id: string, change: (now: Profile) => Profile) => Promise.resolve(all.set(id, change(all.get(id)!))),
      activate: (id: string) => Promise.resolve((scopes = [scopeOf(all.get(id)!)])),
    },
    networks: {
      state: ({ regionCode }: Scope) => ({
        kind: 'loaded',
        last: { network: createNetwork({ ...network, regionCode }) },
      }),
      load: ({ regionCode }: Scope) =>
        regionCode === 'XX' ? Promise.reject(apiFailure('refused')) : Promise.resolve({ network }),
      onDidChange: () => ({ dispose: () => undefined }),
    },
    displays: { get: () => ({ groupBy: 'subnet', filters: [] }) },
    tree: {
      find(scope: Scope, isIt: (subject: Subject) => boolean) {
        const subjects = holders.map((networkInterfaceNo): Subject => ({
          kind: 'address',
          scope,
          networkInterfaceNo,
          address: '10.0.10.11',
          role: 'secondary',
        }));
        const subject = subjects.find(isIt);
        return Promise.resolve(subject && { subject });
      },
    },
    view: selectingView(({ subject }: { subject: Subject }) => {
      if (subject.kind !== 'address') return;
      const { profile, regionCode } = subject.scope;
      revealed.push([profile.name, ...(regionCode === 'KR' ? [] : [regionCode]), subject.networkInterfaceNo].join(' '));
    }),
    prompter: {
      search: ({ value }: SearchQuestion<unknown>) => {
        searched.push(value);
        return Promise.resolve(undefined);
      },
    },
  } as unknown as Parameters<typeof openLink>[0];
  return {
    context,
    revealed,
    searched,
    shownNow: () => scopes.map(({ profile, regionCode }) => `${profile.name} ${regionCode}`),
  };
}

afterEach(() => vi.restoreAllMocks());

const path = '/address/10.0.10.11';

describe('a link to a subnet', () => {
  it('opens its map in the account that has it, at the address that it names', async () => {
    const { context } = bench();
    const opened: unknown[] = [];
    const open = ({ profile }: Scope, ...place: unknown[]): unknown => opened.push([profile.name, ...place]);
    Object.assign(context, { maps: () => Promise.resolve({ open }) });
    await openLink(context, { path: '/subnet/3104', query: 'profile=two&address=10.0.10.20' });
    await openLink(context, { path: '/subnet/3104', query: 'address=x' });
    expect(opened).toEqual([
      ['two', '3104', '10.0.10.20'],
      ['one', '3104', undefined],
    ]);
  });

  it('says so when the subnet is in none of the regions shown, and repeats no word of the link', async () => {
    const warn = vi.spyOn(window, 'showWarningMessage');
    await openLink(bench().context, { path: '/subnet/999', query: '' });
    expect(warn.mock.calls).toEqual([['This link refers to a subnet that is not in the regions shown.']]);
  });

  it.each(['/subnet/x', '/subnet/', '/subnet/3104/x', '/subnet/../3104'])('is none: %s', (other) => {
    expect(readSubnetLink({ path: other, query: '' })).toBeUndefined();
  });
});

describe('a deep link', () => {
  it('reveals the address in the profile it names', async () => {
    const { context, revealed } = bench();
    await openLink(context, { path, query: 'profile=two' });
    expect(revealed).toEqual(['two 7']);
  });

  it('switches to a profile that is not shown', async () => {
    const { context, revealed } = bench({ shown: ['one'] });
    await openLink(context, { path, query: 'profile=two' });
    expect(revealed).toEqual(['two 7']);
  });

  it('says that it switched', async () => {
    const tell = vi.spyOn(window, 'showInformationMessage');
    const { context } = bench({ shown: ['one'] });
    await openLink(context, { path, query: 'profile=one' });
    expect(tell).not.toHaveBeenCalled();
    await openLink(context, { path, query: 'profile=two' });
    expect(tell.mock.calls).toEqual([['The link switched to two · KR.']]);
  });

  it('reads and shows the region it names, and says so', async () => {
    const tell = vi.spyOn(window, 'showInformationMessage');
    const { context, revealed, shownNow } = bench({ shown: ['one'] });
    await openLink(context, { path, query: 'profile=one&region=JPN' });
    expect([revealed, shownNow()]).toEqual([['one JPN 7'], ['one JPN']]);
    expect(tell.mock.calls).toEqual([['The link switched to one · JPN.']]);
  });

  it('says that the region it names cannot be read, switches nothing, and opens the search', async () => {
    const warn = vi.spyOn(window, 'showWarningMessage');
    const { context, revealed, searched, shownNow } = bench({ shown: ['one'] });
    await openLink(context, { path, query: 'profile=two&region=XX' });
    expect(warn.mock.calls).toEqual([
      ['This link refers to a region that could not be loaded: NAVER Cloud rejected getVpcList.'],
    ]);
    expect([revealed, searched, shownNow()]).toEqual([[], ['10.0.10.11'], ['one KR']]);
  });

  it('knows which of two interfaces with the address is meant, and asks when it does not', async () => {
    const { context, revealed, searched } = bench({ holders: ['7', '8'] });
    await openLink(context, { path, query: 'profile=one&interface=8' });
    expect(revealed).toEqual(['one 8']);
    await openLink(context, { path, query: 'profile=one' });
    await openLink(context, { path, query: 'profile=one&interface=9' });
    expect(revealed).toHaveLength(1);
    expect(searched).toEqual(['10.0.10.11', '10.0.10.11']);
  });

  it('finds an address that has moved to another interface since the link was made', async () => {
    const { context, revealed } = bench();
    await openLink(context, { path, query: 'profile=one&interface=701236' });
    expect(revealed).toEqual(['one 7']);
  });

  it('opens the search for an address that nobody holds, and when two accounts hold it', async () => {
    const { context, revealed, searched } = bench();
    await openLink(context, { path: '/address/10.0.10.99', query: '' });
    await openLink(context, { path, query: '' });
    expect(searched).toEqual(['10.0.10.99', '10.0.10.11']);
    expect(revealed).toEqual([]);
  });

  it('says that a profile is not here, and opens the search', async () => {
    const warn = vi.spyOn(window, 'showWarningMessage');
    const { context, revealed, searched } = bench();
    await openLink(context, { path, query: 'profile=three' });
    expect(warn.mock.calls.map(([message]) => message)).toEqual([
      'This link refers to a profile that does not exist here.',
    ]);
    expect([revealed, searched]).toEqual([[], ['10.0.10.11']]);
  });

  it.each([
    '/assign/10.0.10.11',
    '/address/10.0.10.11/extra',
    '/address/<b>',
    '/address/10.0.10.256',
    '/address/1.2.3',
    '/',
  ])('says that it does not understand %s, and does nothing', async (malformed) => {
    const warn = vi.spyOn(window, 'showWarningMessage');
    const { context, revealed, searched } = bench();
    await openLink(context, { path: malformed, query: 'networkInterfaceNo=7&confirm=false' });
    expect(warn.mock.calls.map(([message]) => message)).toEqual(['This link is not valid.']);
    expect([revealed, searched]).toEqual([[], []]);
  });

  it('that was copied says the same when it is read, whatever the profile is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (profile) => {
        const target = { address: '10.0.10.11', profile, regionCode: 'KR', networkInterfaceNo: '701236' };
        const link = new URL(linkLine('vscode', target));
        expect(`${link.protocol}//${link.host}`).toBe('vscode://ncloud-ip.ncloud-ip');
        // As VS Code hands it over: decoded once.
        const uri = { path: link.pathname, query: decodeURIComponent(link.search.slice(1)) };
        expect(readLink(uri)).toEqual(target);
      }),
      { examples: [['R&D + 50% = #1;'], ['운영'], ['a%26b']] },
    );
  });
});
