import assert from 'node:assert/strict';
import type { Outcome } from '../../src/change/outcome';
import { runCommand } from './support/runCommand';
import { useStage } from './support/useStage';

interface Place {
  readonly kind: string;
  readonly role?: string;
  readonly networkInterfaceNo?: string;
  readonly vpcNo?: string;
}

/** The whole way on a profile with keys, as the real service is used: signed POSTs, watched at its pace. */
suite('from a profile to an address and back', () => {
  const stage = useStage('custom');
  const address = '10.0.10.11';
  const holderOf = async (): Promise<string | undefined> => {
    const options = { text: address, interactive: false };
    const { places } = await runCommand<{ places: Place[] }>('ncloudIp.findAddress', options);
    return places.find(({ vpcNo }) => vpcNo === '1204')?.networkInterfaceNo;
  };

  test('one read of a region is five calls, whatever it holds', async () => {
    const { profile } = stage;
    await runCommand('ncloudIp.refresh', { profile, interactive: false });
    const actions = (await stage.sandbox.requests()).map(({ action }) => action);
    assert.deepEqual(actions.sort(), [
      'getNetworkInterfaceList',
      'getRegionList',
      'getServerInstanceList',
      'getSubnetList',
      'getVpcList',
    ]);
  });

  test('assigns, shows it without reading the region again, and unassigns', async () => {
    const { profile } = stage;
    const request = { profile, networkInterfaceNo: '701236', secondaryIps: [address], confirm: false };
    assert.equal(await holderOf(), undefined);

    const assigned = await runCommand<Outcome>('ncloudIp.assignSecondaryIps', request);
    assert.equal(assigned.result, 'applied');
    assert.deepEqual(await stage.secondaryIps('701236'), [address]);
    assert.equal(await holderOf(), '701236');

    const unassigned = await runCommand<Outcome>('ncloudIp.unassignSecondaryIps', request);
    assert.equal(unassigned.result, 'applied');
    assert.deepEqual(await stage.secondaryIps('701236'), []);
    assert.equal(await holderOf(), undefined);

    const requests = await stage.sandbox.requests();
    assert.deepEqual([...new Set(requests.map(({ action }) => action))].sort(), [
      'assignSecondaryIps',
      'getNetworkInterfaceList',
      'unassignSecondaryIps',
    ]);
  });

  test('changes by POST, and says the region', async () => {
    const { profile } = stage;
    const request = { profile, networkInterfaceNo: '701236', secondaryIps: [address], confirm: false };
    await runCommand<Outcome>('ncloudIp.assignSecondaryIps', request);
    const [write] = await stage.writes();
    assert.equal(write?.method, 'POST');
    assert.deepEqual(write.params, {
      regionCode: 'KR',
      networkInterfaceNo: '701236',
      'secondaryIpList.1': address,
      responseFormatType: 'json',
    });
  });
});
