import { expect, it } from 'vitest';
import { buildScope } from '../../support/buildProfile';
import { openNetworkTree, openSandboxApi } from '../../support/networkTreeBench';
import { drawTree } from '../../support/treeText';

/** What a load of 2,500 interfaces sends: each list once, page by page, and a look at each place where two pages meet. */
const oneLoad = {
  getRegionList: 1,
  getVpcList: 1,
  getSubnetList: 1,
  getServerInstanceList: 3 + 2,
  getNetworkInterfaceList: 3 + 2,
};

it('a load costs a call for each page, opening every row none, a refresh as many as the load', async () => {
  const { api, sandbox } = await openSandboxApi({ scenario: 'large', nics: 2_500 });
  const { tree, networks } = await openNetworkTree(() => Promise.resolve(api));
  const calls = async (): Promise<Record<string, number>> => {
    const actions = (await sandbox.requests()).map(({ action }) => action);
    await sandbox.clearRequests();
    return Object.fromEntries([...Map.groupBy(actions, (action) => action)].map(([name, all]) => [name, all.length]));
  };

  await networks.load(buildScope());
  expect(await calls()).toEqual(oneLoad);
  expect((await drawTree(tree)).length).toBeGreaterThan(2_500);
  expect(await calls()).toEqual({});
  await networks.refresh(buildScope());
  expect(await calls()).toEqual(oneLoad);
});
