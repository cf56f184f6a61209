import { describe, expect, it, vi } from 'vitest';
import type { NcloudApi } from '../../../src/api/ncloudApi';
import { findAddress } from '../../../src/commands/findAddress';
import { createNetworkStore, type Scope } from '../../../src/session/networkStore';
import { askSearch } from '../../../src/ui/askSearch';
import type { SearchRow } from '../../../src/ui/prompter';
import { apiFailure } from '../../support/apiFailure';
import { buildInterface, buildSubnet, buildVpc } from '../../support/buildNetwork';
import { buildScope } from '../../support/buildProfile';
import { fakeApi } from '../../support/fakeApi';
import { fakeQuickPick } from '../../support/fakeQuickPick';

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
    scopes: { shown: () => scopes },
    apis: { get },
    prompter: { search: askSearch },
    profiles: { get: () => korea.profile },
    looks: { get: () => ({ groupBy: 'subnet', filters: [] }) },
    tree: {
      find: (_scope: Scope, isIt: (subject: unknown) => boolean) =>
        Promise.resolve({ isSubnet: isIt({ kind: 'subnet', subnetNo: '3104' }) }),
    },
    view: {
      reveal: ({ isSubnet }: { isSubnet: boolean }) =>
        Promise.resolve(revealed.push(isSubnet ? 'the subnet' : 'something else')),
    },
  } as unknown as Parameters<typeof findAddress>[0];
  return {
    networks,
    quickPick,
    revealed,
    open: () => findAddress(context, { subjects: [], options: {}, isProgrammatic: false }),
  };
}
const plain = (labels: readonly string[]): string[] => labels.map((label) => label.replace(/^\$\([\w~-]+\) /, ''));

describe('Find Address', () => {
  it('opens at once on what was read before, however its reading went since', async () => {
    let read = holding('10.0.10.20');
    const { networks, quickPick, open } = bench({ KR: (...asked) => read(...asked) });
    await networks.load(korea);
    read = () => Promise.reject(apiFailure('refused'));
    await expect(networks.refresh(korea)).rejects.toThrow();
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
    const pending = 'This region is still being read.';
    expect(plain(quickPick.labels())).toEqual([pending, pending]);
    await expect.poll(() => plain(quickPick.labels())).toEqual(['10.0.10.20', pending]);
    late.reject(apiFailure('refused'));
    await expect.poll(() => plain(quickPick.labels())).toEqual(['10.0.10.20', 'This region could not be read.']);
    quickPick.escape();
    await answer;
  });

  it('puts what an address is before those that only begin with it, and Enter takes no stranger', async () => {
    const { networks, quickPick, revealed, open } = bench({ KR: holding('10.0.10.30', '10.0.10.201') });
    await networks.load(korea);
    const answer = open();
    quickPick.type('10.0.10.3');
    expect(plain(quickPick.labels())).toEqual(['10.0.10.3', '10.0.10.30']);
    quickPick.type('10.0.10.20');
    expect(plain(quickPick.labels())).toEqual(['10.0.10.20', '10.0.10.201']);
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
    expect(plain(quickPick.labels())).toEqual(['Nothing is found for nobody.']);
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
    const more = 'Only the first 50 are shown: type more.';
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
});
