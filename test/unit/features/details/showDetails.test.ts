import { describe, expect, it } from 'vitest';
import { vpcJson } from '../../../../src/features/details/detailsJson';
import { showDetails, showDetailsJson } from '../../../../src/features/details/showDetails';
import type { Subject } from '../../../../src/tree/node';
import { buildNetwork } from '../../../support/buildNetwork';
import { onRows } from '../../../support/call';
import { openCommandBench } from '../../../support/commandBench';

/** Of a region on a sandbox: what each command shows of a row, and the documents it opened. */
async function openDetails() {
  const { context, opened, profile, sandbox } = await openCommandBench();
  const scope = { profile, regionCode: 'KR' };
  return {
    ...{ context, opened, sandbox, scope },
    read: async (subject: Subject): Promise<unknown> =>
      JSON.parse(String(await showDetailsJson(context, onRows(subject)))),
  };
}

describe('details', () => {
  it('open as Markdown to read, or as JSON: a document of each kind, with the text that the command gives', async () => {
    const { context, opened, scope } = await openDetails();
    const row = onRows({ kind: 'interface', scope, networkInterfaceNo: '701236' });
    const markdown = await showDetails(context, row);
    const json = await showDetailsJson(context, row);
    expect(Object.fromEntries(opened)).toEqual({
      'web-01 eth0 · Details': markdown,
      'web-01 eth0 · Details.json': json,
    });
    expect(markdown).toMatch(/^# web-01\/eth0\n/);
  });

  it('of a VPC that does not say its region, as JSON, hold the region that it was read in', () => {
    const vpc = { vpcNo: '1204', vpcName: 'prod-vpc', ipv4CidrBlock: '10.0.0.0/16', regionCode: undefined };
    const network = buildNetwork({ regionCode: 'KR', vpcs: [vpc] });
    expect(JSON.parse(vpcJson(vpc, network))).toMatchObject({ regionCode: 'KR', vpcNo: '1204' });
  });

  it('of an interface, as JSON, hold its fields as they are on the wire and all that it is joined with', async () => {
    const { read, scope } = await openDetails();
    expect(await read({ kind: 'interface', scope, networkInterfaceNo: '701236' })).toMatchObject({
      regionCode: 'KR',
      networkInterfaceNo: '701236',
      ip: '10.0.10.14',
      secondaryIpList: [],
      accessControlGroupNoList: ['1581'],
      accessControlGroupList: [{ accessControlGroupNo: '1581', accessControlGroupName: 'prod-vpc-default-acg' }],
      server: { serverName: 'web-01', publicIp: '203.0.113.24' },
      subnet: { subnetName: 'web-pub', zoneCode: 'KR-2' },
      vpc: { vpcName: 'prod-vpc' },
    });
  });

  it('of an address are those of its interface', async () => {
    const { read, scope } = await openDetails();
    const networkInterfaceNo = '701237';
    const address = { kind: 'address', scope, networkInterfaceNo, address: '10.0.10.21', role: 'secondary' } as const;
    expect(await read(address)).toEqual(await read({ kind: 'interface', scope, networkInterfaceNo }));
  });

  it('leave out the names of ACGs that may not be read, and a server where there is none', async () => {
    const { read, scope, sandbox } = await openDetails();
    await sandbox.faults([{ action: 'getAccessControlGroupList', fault: 'permission' }]);
    const details = await read({ kind: 'interface', scope, networkInterfaceNo: '701252' });
    expect(details).toMatchObject({ networkInterfaceName: 'vip-holder', accessControlGroupNoList: ['1581'] });
    expect(details).not.toHaveProperty('accessControlGroupList');
    expect(details).not.toHaveProperty('server');
  });

  it('of a subnet, as JSON, say what can be used of it, what is seen, and who is in it', async () => {
    const { read, scope } = await openDetails();
    expect(await read({ kind: 'subnet', scope, subnetNo: '3110' })).toMatchObject({
      subnet: '10.0.60.0/28',
      usable: { first: '10.0.60.6', last: '10.0.60.14', count: 9 },
      seenInUse: 9,
      vpc: { vpcNo: '1204' },
      networkInterfaceList: [{ networkInterfaceNo: '701243' }, { networkInterfaceNo: '701245' }],
    });
  });

  it('of a server, as JSON, hold its interfaces, in whatever subnet they are', async () => {
    const { read, scope } = await openDetails();
    expect(await read({ kind: 'server', scope, serverInstanceNo: '10423331' })).toMatchObject({
      serverName: 'db-01',
      networkInterfaceList: [{ subnetNo: '3105' }, { subnetNo: '3105' }, { subnetNo: '3110' }],
    });
  });

  it('open nothing for what is there no more', async () => {
    const { context, opened, scope } = await openDetails();
    const gone = onRows({ kind: 'subnet', scope, subnetNo: '9999' });
    expect(await showDetailsJson(context, gone)).toBeUndefined();
    expect(opened.size).toBe(0);
  });
});
