import { createReservations } from '../../../../src/session/reservations';
import { describe, expect, it, vi } from 'vitest';
import type { NcloudApi } from '../../../../src/api/ncloudApi';
import { findAddress } from '../../../../src/features/find/findAddress';
import { revealFound } from '../../../../src/features/find/revealFound';
import { createGroupNames } from '../../../../src/session/groupNames';
import { createNetworkStore } from '../../../../src/session/networkStore';
import type { Scope } from '../../../../src/session/scope';
import { createReaders } from '../../../../src/session/regionReader';
import { askSearch } from '../../../../src/ui/askSearch';
import type { SearchRow } from '../../../../src/ui/prompter';
import { apiFailure } from '../../../support/apiFailure';
import { buildInterface, buildSubnet, buildVpc } from '../../../support/buildNetwork';
import { buildScope } from '../../../support/buildProfile';
import { call } from '../../../support/call';
import { fakeApi } from '../../../support/fakeApi';
import { fakeQuickPick } from '../../../support/fakeQuickPick';
import { selectingView } from '../../../support/selectingView';

const korea = buildScope();
const japan: Scope = { ...korea, regionCode: 'JPN' };
type Read = NcloudApi['getNetworkInterfaceList'];
const holding =
  (...secondaryIpList: string[]): Read =>
  () =>
    Promise.resolve([buildInterface({ secondaryIpList })]);

/** The command on a real store and the real question; each region reads as told. */
function bench(reads: Readonly<Record<string, Read>>, scopes: readonly Scope[] = [korea]) {
  const get = () =>
    Promise.resolve(
      fakeApi({
        getVpcList: () => Promise.resolve([buildVpc()]),
        getSubnetList: () => Promise.resolve([buildSubnet()]),
        getNetworkInterfaceList: (query, options) => reads[query.regionCode]!(query, options),
      }),
    );
  const networks = createNetworkStore({ get }, () => 0);
  const quickPick = fakeQuickPick<SearchRow<unknown>>();
  const revealed: string[] = [];
  const context = {
    networks,
    reservations: createReservations(networks),
    scopes: { shown: () => scopes },
    readers: createReaders({ get }, networks, createGroupNames()),
    clock: { now: () => 0 },
    prompter: { search: askSearch },
    profiles: { get: () => korea.profile },
    displays: { get: () => ({ groupBy: 'subnet', filters: [] }) },
    tree: {
      find: (_scope: Scope, isIt: (subject: unknown) => boolean) =>
        Promise.resolve({ isSubnet: isIt({ kind: 'subnet', subnetNo: '3104' }) }),
    },
    view: selectingView(({ isSubnet }: { isSubnet: boolean }) =>
      revealed.push(isSubnet ? 'the subnet' : 'something else'),
    ),
  } as unknown as Parameters<typeof findAddress>[0];
  return {
    networks,
    quickPick,
    revealed,
    open: () => call(findAddress, context),
  };
}
const plain = (labels: readonly string[]): string[] => labels.map((label) => label.replace(/^\$\([\w~-]+\) /, ''));

describe('Find Address', () => {
  it('opens at once on what was read before, however its reading went since', async () => {
    let read = holding('10.0.10.20');
    const { networks, quickPick, open } = bench({ KR: (...asked) => read(...asked) });
    await networks.load(korea);
    read = () => Promise.reject(apiFailure('refused'));
    await expect(networks.refresh(korea)).rejects.toThrow('getVpcList: refused');
    read = () => new Promise(() => undefined);
    void networks.refresh(korea);
    const answer = open();
    quickPick.type('0.10.20');
    expect(plain(quickPick.labels())).toEqual(['10.0.10.20']);
    quickPick.escape();
    await answer;
  });

  it('shows a region as soon as it is read, whatever becomes of the others', async () => {
    const late = Promise.withResolvers<never>();
    const { quickPick, open } = bench({ KR: holding('10.0.10.20'), JPN: () => late.promise }, [korea, japan]);
    const answer = open();
    quickPick.type('0.10.20');
    const pending = 'This region is still loading.';
    expect(plain(quickPick.labels())).toEqual([pending, pending]);
    await expect.poll(() => plain(quickPick.labels())).toEqual(['10.0.10.20', pending]);
    late.reject(apiFailure('refused'));
    await expect.poll(() => plain(quickPick.labels())).toEqual(['10.0.10.20', 'Could not load this region.']);
    quickPick.escape();
    await answer;
  });

  it('puts what an address is before those that only begin with it, and Enter takes no stranger', async () => {
    const { networks, quickPick, revealed, open } = bench({ KR: holding('10.0.10.30', '10.0.10.201') });
    await networks.load(korea);
    const answer = open();
    quickPick.type('10.0.10.3');
    expect(plain(quickPick.labels())).toEqual(['10.0.10.3', 'Show 10.0.10.3 in Subnet Map', '10.0.10.30']);
    quickPick.type('10.0.10.20');
    expect(plain(quickPick.labels())).toEqual([
      '10.0.10.20',
      'Assign 10.0.10.20 Here…',
      'Show 10.0.10.20 in Subnet Map',
      '10.0.10.201',
    ]);
    quickPick.enter();
    await answer;
    expect(revealed).toEqual(['the subnet']);
  });

  it('says that nothing is found, which cannot be taken', async () => {
    const { networks, quickPick, revealed, open } = bench({ KR: holding() });
    await networks.load(korea);
    const answer = open();
    expect(quickPick.labels()).toEqual([]);
    quickPick.type('nobody');
    expect(plain(quickPick.labels())).toEqual(['No match for nobody.']);
    quickPick.enter();
    quickPick.escape();
    expect(await answer).toBeUndefined();
    expect(revealed).toEqual([]);
  });

  it('says when there is more than it shows', async () => {
    const many = (count: number): Read => {
      const nic = (no: number) => buildInterface({ networkInterfaceNo: `${no}`, networkInterfaceName: `same-${no}` });
      return () => Promise.resolve(Array.from({ length: count }, (_, no) => nic(no)));
    };
    let read = many(50);
    const { networks, quickPick, open } = bench({ KR: (...asked) => read(...asked) });
    await networks.load(korea);
    const answer = open();
    quickPick.type('same');
    const more = 'Showing only the first 50. Type more to narrow them down.';
    expect(quickPick.labels()).toHaveLength(50);
    expect(plain(quickPick.labels())).not.toContain(more);
    read = many(51);
    await networks.refresh(korea);
    expect(plain(quickPick.labels()).slice(50)).toEqual([more]);
    quickPick.escape();
    await answer;
  });

  it('shows what one region answers for an address while another is still being asked', async () => {
    let read: Readonly<Record<string, Read>> = { KR: holding(), JPN: holding() };
    const of =
      (regionCode: string): Read =>
      (...asked) =>
        read[regionCode]!(...asked);
    const { networks, quickPick, open } = bench({ KR: of('KR'), JPN: of('JPN') }, [korea, japan]);
    await Promise.all([networks.load(korea), networks.load(japan)]);
    read = { KR: () => new Promise(() => undefined), JPN: holding('10.0.10.177') };
    const answer = open();
    vi.useFakeTimers();
    quickPick.type('10.0.10.177');
    await vi.advanceTimersByTimeAsync(500);
    vi.useRealTimers();
    expect(plain(quickPick.labels())).toContain('10.0.10.177');
    quickPick.escape();
    await answer;
  });

  it('shows who NAVER Cloud says holds it, once, and nobody whose address only begins with it', async () => {
    const nic = (no: string, ip: string, ...secondaryIpList: string[]) =>
      buildInterface({ networkInterfaceNo: no, networkInterfaceName: `nic-${no}`, ip, secondaryIpList });
    // Its filters may match a part: then both answers have strangers, and the holder is in both.
    const all = [nic('1', '10.0.10.170', '10.0.10.17'), nic('2', '10.0.10.171'), nic('3', '10.0.10.9', '10.0.10.175')];
    let read: Read = holding();
    const { networks, quickPick, open } = bench({ KR: (...asked) => read(...asked) });
    await networks.load(korea);
    read = () => Promise.resolve(all);
    const answer = open();
    vi.useFakeTimers();
    quickPick.type('10.0.10.17');
    await vi.advanceTimersByTimeAsync(500);
    vi.useRealTimers();
    const shown = JSON.stringify(quickPick.pick.items.map(({ label, description }) => [label, description]));
    expect(shown.match(/nic-\d/g)).toEqual(['nic-1']);
    quickPick.escape();
    await answer;
  });

  it('takes over what NAVER Cloud said, unless the region was read since', async () => {
    let now = 1;
    const api = fakeApi({ getNetworkInterfaceList: holding() });
    const networks = createNetworkStore({ get: () => Promise.resolve(api) }, () => now);
    await networks.load(korea);
    const context = { networks, tree: { find: () => Promise.resolve() } } as unknown as Parameters<
      typeof revealFound
    >[0];
    const networkInterface = buildInterface({ secondaryIpList: ['10.0.10.17'] });
    const found = {
      kind: 'asked',
      scope: korea,
      networkInterface,
      askedAt: 2,
      follow: networks.following(korea),
    } as const;
    const held = (): unknown => {
      const state = networks.state(korea);
      return state.last?.network.interface('701236')?.secondaryIpList;
    };
    await revealFound(context, found);
    expect(held()).toEqual(['10.0.10.17']);
    now = 3;
    await networks.refresh(korea);
    await revealFound(context, found);
    expect(held()).toEqual([]);
  });
});
