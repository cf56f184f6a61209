import { describe, expect, it } from 'vitest';
import type { ListGap, NcloudApi } from '../../../src/api/ncloudApi';
import { apiFailure } from '../../support/apiFailure';
import { buildInterface, buildServer, buildSubnet, buildVpc } from '../../support/buildNetwork';
import { buildScope } from '../../support/buildProfile';
import { openSmallTree } from '../../support/networkTreeBench';
import { treeText } from '../../support/treeText';

const scope = buildScope();

describe('what is not known of a region', () => {
  describe('a list that fails', () => {
    const openOutage = async (what: 'getSubnetList' | 'getVpcList' | 'getServerInstanceList') => {
      let isDown = false;
      const lists = {
        getSubnetList: () => Promise.resolve([buildSubnet()]),
        getVpcList: () => Promise.resolve([buildVpc()]),
        getServerInstanceList: () => Promise.resolve([buildServer()]),
      };
      const failing = () => (isDown ? Promise.reject(apiFailure('unavailable')) : lists[what]());
      const bench = await openSmallTree({
        ...lists,
        getNetworkInterfaceList: () => Promise.resolve([buildInterface({ instanceNo: '10423318' })]),
        [what]: failing,
      });
      const before = await treeText(bench.tree);
      isDown = true;
      await bench.networks.refresh(scope);
      return { ...bench, before };
    };

    it.each(['getSubnetList', 'getVpcList', 'getServerInstanceList'] as const)(
      'takes nothing away: below a row with its time and Retry stands what was read before (%s)',
      async (what) => {
        const { tree, before } = await openOutage(what);
        const [gap, ...rest] = (await treeText(tree)).split('\n');
        expect(gap).toMatch(/^\(info\) Could not load the .*\. {2}as of 12:00 · .* · Retry · press Enter$/);
        expect(rest.join('\n')).toBe(before);
        const [row] = await tree.getChildren();
        expect(row?.item().command).toMatchObject({
          command: 'ncloudIp.refresh',
          arguments: [{ profile: 'p1', regionCode: 'KR' }],
        });
      },
    );

    it('and never was read makes nothing up: no VPC has 0 subnets because of it', async () => {
      const { tree } = await openSmallTree({ getSubnetList: () => Promise.reject(apiFailure('unavailable')) });
      const text = await treeText(tree);
      expect(text).toContain('subnets not loaded');
      expect(text).not.toMatch(/\d subnets?/);
    });
  });

  it('says which interfaces could not be read: they are not shown as if they held nothing', async () => {
    const row = (key: string) => ({ index: 0, key, why: 'secondaryIpList is missing' });
    const leaving = (left: Partial<ListGap>): Partial<NcloudApi> => ({
      getNetworkInterfaceList: (_query, options) => {
        options?.onGap?.({ unreadable: [], isCut: false, isUnsteady: false, ...left });
        return Promise.resolve([buildInterface()]);
      },
    });
    const notes = async (left: Partial<ListGap>): Promise<string[]> => {
      const { tree } = await openSmallTree(leaving(left));
      return (await treeText(tree)).split('\n').filter((line) => line.startsWith('(info)'));
    };
    expect(await notes({ unreadable: [row('701237')] })).toEqual([
      '(info) Could not read 1 network interface.  Their addresses are unknown: 701237 (secondaryIpList is missing)',
    ]);
    const [many] = await notes({ unreadable: ['1', '2', '3', '4'].map(row) });
    expect(many).toMatch(/^\(info\) Could not read 4 network interfaces\. .* 3 \(secondaryIpList is missing\), …$/);
    expect(await notes({ isCut: true, isUnsteady: true })).toEqual([
      '(info) A list is too long.  Only the first 100000 rows of getNetworkInterfaceList were loaded.',
      '(info) A list kept changing while it was being loaded.  A row of getNetworkInterfaceList may be missing. Refresh.',
    ]);
  });
});
