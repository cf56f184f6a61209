import { AddressPool } from '../state/addressPool';
import type { ServerRecord, SubnetRecord } from '../state/records';
import { refuse } from '../wire/refuse';
import type { Action, Call } from './action';
import { accessControlGroups } from './accessControlGroups';
import { attachment } from './attachment';
import { find } from './find';
import { interfaceView } from './interfaceView';
import { checkAddress, composeSecondaryIps, readSecondaryIps } from './secondaryIps';

/** 3 … 30 of a-z, 0-9 and `-`; starts with a letter, ends with a letter or digit. */
const namePattern = /^[a-z][a-z0-9-]{1,28}[a-z0-9]$/;

/** Makes an interface: unattached (NOTUSED), or with a server in a private subnet (SET, then USED). */
export const createNetworkInterface: Action = {
  writes: true,
  required: ['vpcNo', 'subnetNo', 'accessControlGroupNoList'],
  run(call) {
    const { params, region, world } = call;
    const subnet = readSubnet(call);
    const accessControlGroupNoList = accessControlGroups.upTo3(accessControlGroups.read(call, subnet.vpcNo));
    const networkInterfaceDescription = readDescription(call);
    const server = params.has('serverInstanceNo') ? find.server(call) : undefined;
    checkUsage(call, subnet, server);
    const addresses = readAddresses(call, subnet);
    const networkInterfaceNo = world.nextInterfaceNo();
    const record = {
      networkInterfaceNo,
      networkInterfaceName: readName(call) ?? `nic-${networkInterfaceNo}`,
      subnetNo: subnet.subnetNo,
      deleteOnTermination: false,
      isDefault: false,
      status: 'NOTUSED' as const,
      ...addresses,
      macAddress: world.random.macAddress(),
      accessControlGroupNoList,
      networkInterfaceDescription,
    };
    const made = server
      ? world.startSettling(region, { ...record, ...attachment(call, server, subnet) })
      : region.putInterface(record);
    return { name: 'networkInterfaceList', rows: [interfaceView(made)] };
  },
};

function readSubnet(call: Call): SubnetRecord {
  const vpcNo = call.params.need('vpcNo');
  if (!call.region.vpcs.has(vpcNo)) throw refuse.invalid('vpcNo', `VPC ${vpcNo} was not found.`);
  const subnet = find.subnet(call, call.params.need('subnetNo'));
  if (subnet.vpcNo !== vpcNo) throw refuse.invalid('subnetNo', 'the subnet is in another VPC.');
  return subnet;
}

function readName({ params }: Call): string | undefined {
  const name = params.text('networkInterfaceName');
  if (name !== undefined && !namePattern.test(name)) {
    throw refuse.invalid('networkInterfaceName', 'use 3 to 30 of a-z, 0-9 and -, beginning with a letter.');
  }
  return name;
}

function readDescription({ params }: Call): string {
  const description = params.text('networkInterfaceDescription') ?? '';
  if (Buffer.byteLength(description) > 1000) throw refuse.invalid('networkInterfaceDescription', 'up to 1000 bytes.');
  return description;
}

/** Ordinary interfaces belong in general subnets, bare-metal ones with their server in bare-metal subnets. */
function checkUsage({ params }: Call, subnet: SubnetRecord, server: ServerRecord | undefined): void {
  const isBareMetal = params.boolean('isBareMetal') ?? false;
  if (isBareMetal && !server) throw refuse.missing('serverInstanceNo');
  if (subnet.usageType.code !== (isBareMetal ? 'BM' : 'GEN')) {
    throw refuse.invalid('subnetNo', `the subnet is for ${subnet.usageType.codeName}.`);
  }
  if (server && subnet.subnetType.code !== 'PRIVATE') throw refuse.invalid('subnetNo', 'the subnet is not private.');
}

function readAddresses({ params, region }: Call, subnet: SubnetRecord): { ip: string; secondaryIpList: string[] } {
  const asked = readSecondaryIps(params);
  const pool = new AddressPool(subnet, region.interfaces());
  const given = params.text('ip');
  for (const address of given === undefined ? asked.listed : [given, ...asked.listed]) {
    checkAddress(address, subnet, pool);
    if (pool.holderOf(address)) throw refuse.inUse(address);
  }
  const ip = given ?? pool.lowestFree(1, asked.listed)[0];
  if (ip === undefined) throw refuse.noFreeAddress(subnet.subnet);
  if (asked.listed.includes(ip)) throw refuse.inUse(ip);
  return { ip, secondaryIpList: composeSecondaryIps([], asked, subnet, pool, ip) };
}
