import { describe, expect, it } from 'vitest';
import { subnetMap } from '../support/subnetMap';
import { useStage } from '../support/stage';

describe('the subnet map', () => {
  const stage = useStage();

  it('opens from the row of a subnet and shows every address', async () => {
    const { menus, tree, page } = stage.workbench;
    await menus.choose(tree.row(/^web-pub/), 'Open Subnet Map');
    const map = subnetMap(page);
    await map.waitFor('10.0.10.14');
    await stage.workbench.screenshot('map');
    expect(await map.label('10.0.10.14')).toBe('10.0.10.14, primary IP of web-01/eth0, in use');
  });
});
