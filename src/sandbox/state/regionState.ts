import type {
  AccessControlGroupRecord,
  InterfaceRecord,
  PublicIpRecord,
  ServerRecord,
  SubnetRecord,
  VpcRecord,
  ZoneRecord,
} from './records';

/** One region: what exists in it, and its interfaces as they are at the moment they are asked for. */
export class RegionState {
  readonly zones: ZoneRecord[] = [];
  readonly vpcs = new Map<string, VpcRecord>();
  readonly subnets = new Map<string, SubnetRecord>();
  readonly accessControlGroups = new Map<string, AccessControlGroupRecord>();
  readonly publicIps = new Map<string, PublicIpRecord>();
  private readonly servers = new Map<string, ServerRecord>();
  private records = new Map<string, InterfaceRecord>();

  constructor(
    readonly regionCode: string,
    readonly regionName: string,
    private readonly now: () => number,
    private readonly onChange: (networkInterfaceNo: string) => void = () => undefined,
  ) {}

  interfaces(): InterfaceRecord[] {
    const now = this.now();
    return Array.from(this.records.values(), (record) => settle(record, now));
  }

  interface(networkInterfaceNo: string): InterfaceRecord | undefined {
    const record = this.records.get(networkInterfaceNo);
    return record && settle(record, this.now());
  }

  /** Interfaces that were put into SET or UNSET and not written since, whether or not their time has come. */
  unsettled(): InterfaceRecord[] {
    return [...this.records.values()].filter((record) => record.settling);
  }

  putInterface(record: InterfaceRecord): InterfaceRecord {
    this.records.set(record.networkInterfaceNo, record);
    this.onChange(record.networkInterfaceNo);
    return record;
  }

  removeInterface(networkInterfaceNo: string): void {
    this.records.delete(networkInterfaceNo);
    this.onChange(networkInterfaceNo);
  }

  /** Interfaces of one server, eth0 first. */
  interfacesOf(serverInstanceNo: string): InterfaceRecord[] {
    return this.interfaces()
      .filter((record) => record.instanceNo === serverInstanceNo)
      .sort(byDevice);
  }

  putServer(record: ServerRecord): void {
    this.servers.set(record.serverInstanceNo, record);
  }

  server(serverInstanceNo: string): ServerRecord | undefined {
    return this.servers.get(serverInstanceNo);
  }

  /** Every server with the numbers of its interfaces; found in one pass, since a region may hold 10,000 interfaces. */
  serverList(): ServerRecord[] {
    const owned = Map.groupBy(this.interfaces(), (record) => record.instanceNo);
    return Array.from(this.servers.values(), (server) => ({
      ...server,
      networkInterfaceNoList: (owned.get(server.serverInstanceNo) ?? [])
        .sort(byDevice)
        .map((record) => record.networkInterfaceNo),
    }));
  }

  /** The interfaces of this moment; records never change, so holding the map is enough. */
  remember(): ReadonlyMap<string, InterfaceRecord> {
    return new Map(this.records);
  }

  restore(remembered: ReadonlyMap<string, InterfaceRecord>): void {
    this.records = new Map(remembered);
  }
}

function byDevice(one: InterfaceRecord, other: InterfaceRecord): number {
  return (one.deviceName ?? '').localeCompare(other.deviceName ?? '');
}

/** The interface as it is at `now` (milliseconds since the epoch): SET and UNSET end by themselves when their time has come. */
function settle(record: InterfaceRecord, now: number): InterfaceRecord {
  const { settling } = record;
  if (!settling || settling.at === 'never' || settling.at > now) return record;
  const steady: { -readonly [Field in keyof InterfaceRecord]: InterfaceRecord[Field] } = { ...record };
  steady.status = settling.to;
  delete steady.settling;
  if (settling.to === 'NOTUSED') {
    delete steady.deviceName;
    delete steady.instanceNo;
    delete steady.instanceType;
  }
  return steady;
}
