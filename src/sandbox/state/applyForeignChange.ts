import type { InterfaceRecord } from './records';
import type { RegionState } from './regionState';
import type { World } from './world';

interface Target {
  readonly networkInterfaceNo: string;
  readonly address?: string;
  readonly name?: string;
}

/** What is different about an interface now; `instanceNo: null` means that it belongs to nothing any more. */
interface Difference
  extends Target, Partial<Pick<InterfaceRecord, 'ip' | 'subnetNo' | 'secondaryIpList' | 'deviceName'>> {
  readonly instanceNo?: string | null;
  readonly instanceType?: InterfaceRecord['instanceType'];
}

/**
 * A finished change made by somebody else: `{assign: {networkInterfaceNo, address}}`, `{unassign: {…}}`,
 * `{remove: {networkInterfaceNo}}`, `{rename: {networkInterfaceNo, name}}` (its server as well), `{own: {networkInterfaceNo, instanceNo, instanceType}}` (another owner) or
 * `{replace: {networkInterfaceNo, ip, subnetNo, …}}` (another interface with the number, without secondary IPs unless given).
 * An address is taken from whoever held it in the subnet; the rules of the actions do not apply. Throws an Error when there is
 * no such interface.
 */
export function applyForeignChange(world: World, change: Readonly<Record<string, unknown>>): void {
  const { assign, unassign, remove, rename } = change as Readonly<Record<string, Target | undefined>>;
  const { own, replace } = change as Readonly<Record<string, Difference | undefined>>;
  world.change(() => {
    if (remove) regionOf(world, remove).removeInterface(remove.networkInterfaceNo);
    if (rename) giveName(regionOf(world, rename), rename);
    if (unassign) without(regionOf(world, unassign), unassign, (no) => no === unassign.networkInterfaceNo);
    if (assign) give(regionOf(world, assign), assign);
    if (own) differ(regionOf(world, own), own);
    if (replace) differ(regionOf(world, replace), { secondaryIpList: [], ...replace });
  });
}

function regionOf(world: World, { networkInterfaceNo }: Target): RegionState {
  const region = world.regions.find((candidate) => candidate.interface(networkInterfaceNo));
  if (!region) throw new Error(`There is no network interface ${networkInterfaceNo}.`);
  return region;
}

/** Any name: the service may have allowed it once. */
function giveName(region: RegionState, { networkInterfaceNo, name }: Target): void {
  const named = region.interface(networkInterfaceNo);
  if (!named || name === undefined) throw new Error('rename needs networkInterfaceNo and name.');
  region.putInterface({ ...named, networkInterfaceName: name });
  const server = region.server(named.instanceNo ?? '');
  if (server) region.putServer({ ...server, serverName: name });
}

function without(region: RegionState, { address }: Target, isMeant: (no: string) => boolean): void {
  for (const record of region.interfaces()) {
    if (!isMeant(record.networkInterfaceNo) || !record.secondaryIpList.some((held) => held === address)) continue;
    region.putInterface({ ...record, secondaryIpList: record.secondaryIpList.filter((held) => held !== address) });
  }
}

function give(region: RegionState, { networkInterfaceNo, address }: Target): void {
  const gainer = region.interface(networkInterfaceNo);
  if (!gainer || address === undefined) throw new Error('assign needs networkInterfaceNo and address.');
  without(region, { networkInterfaceNo, address }, (no) => region.interface(no)?.subnetNo === gainer.subnetNo);
  const kept = gainer.secondaryIpList.filter((held) => held !== address);
  region.putInterface({ ...gainer, secondaryIpList: [...kept, address] });
}

function differ(region: RegionState, { networkInterfaceNo, instanceNo, ...rest }: Difference): void {
  const record = region.interface(networkInterfaceNo);
  if (!record) return;
  const { ip, subnetNo, secondaryIpList, deviceName, instanceType } = { ...record, ...rest };
  const body = { ...bare(record), ip, subnetNo, secondaryIpList };
  const owner = instanceNo === undefined ? record.instanceNo : (instanceNo ?? undefined);
  if (owner === undefined) region.putInterface({ ...body, status: 'NOTUSED' });
  else {
    const given = { ...(deviceName && { deviceName }), ...(instanceType && { instanceType }) };
    region.putInterface({ ...body, ...given, instanceNo: owner, status: 'USED' });
  }
}

/** The interface at rest and without its owner. */
function bare(
  record: InterfaceRecord,
): Omit<InterfaceRecord, 'deviceName' | 'instanceType' | 'instanceNo' | 'settling'> {
  const rest: { -readonly [Field in keyof InterfaceRecord]: InterfaceRecord[Field] } = { ...record };
  delete rest.deviceName;
  delete rest.instanceType;
  delete rest.instanceNo;
  delete rest.settling;
  return rest;
}
