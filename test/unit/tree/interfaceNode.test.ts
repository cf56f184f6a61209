import { expect, it } from 'vitest';
import { buildInterface, buildSubnet, buildVpc } from '../../support/buildNetwork';
import { fakeApi } from '../../support/fakeApi';
import { openNetworkTree } from '../../support/networkTreeBench';
import { drawTree } from '../../support/treeText';

it('interfaces are told apart by what can be done with them', async () => {
  const addresses = ['20', '21', '22', '23', '24'].map((last) => `10.0.10.${last}`);
  const interfaces = [0, 2, 5].map((held) =>
    buildInterface({ networkInterfaceNo: String(held), secondaryIpList: addresses.slice(0, held) }),
  );
  const api = fakeApi({
    getVpcList: () => Promise.resolve([buildVpc()]),
    getSubnetList: () => Promise.resolve([buildSubnet()]),
    getNetworkInterfaceList: () => Promise.resolve(interfaces),
  });
  const { tree } = await openNetworkTree(() => Promise.resolve(api));
  const kinds = (await drawTree(tree)).map(({ item }) => item.contextValue ?? '');
  expect(kinds.filter((kind) => kind.startsWith('interface'))).toEqual([
    'interfaceEmpty',
    'interface',
    'interfaceFull',
  ]);
});
