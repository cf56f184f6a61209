import { describe, expect, it } from 'vitest';
import { addNetworkInterfaceAccessControlGroup } from '../../../../src/sandbox/actions/accessControlGroups';
import { createRandom } from '../../../../src/sandbox/createRandom';
import { build } from '../../../../src/sandbox/scenarios/build';
import { small } from '../../../../src/sandbox/scenarios/scenarios';
import { World } from '../../../../src/sandbox/state/world';
import { Params } from '../../../../src/sandbox/wire/params';

describe('addNetworkInterfaceAccessControlGroup', () => {
  const start = () => {
    const world = new World(() => 0, createRandom(1), 0);
    small(world);
    const region = world.region('KR')!;
    const vpc = region.vpcs.get('1204')!;
    for (const no of ['1591', '1592']) build.accessControlGroup(region, vpc, no, `acg-${no}`);
    const add = (...numbers: string[]) => {
      const list = numbers.map((no, index) => [`accessControlGroupNoList.${index + 1}`, no] as const);
      const params = new Params([['networkInterfaceNo', '701236'], ...list]);
      return addNetworkInterfaceAccessControlGroup.run({ params, world, region, acceptBusy: false }).rows;
    };
    return { add };
  };

  it('takes a third ACG and refuses a fourth', () => {
    const { add } = start();
    expect(add('1590', '1591')).toMatchObject([{ accessControlGroupNoList: ['1581', '1590', '1591'] }]);
    expect(() => add('1592')).toThrow('up to 3 ACGs');
  });

  it('counts an ACG that the interface has already, or that is named twice, once', () => {
    const { add } = start();
    expect(add('1581', '1590', '1590', '1591')).toMatchObject([{ accessControlGroupNoList: ['1581', '1590', '1591'] }]);
  });
});
