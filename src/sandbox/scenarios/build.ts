import type {
  AccessControlGroupRecord,
  InterfaceRecord,
  ServerRecord,
  SubnetRecord,
  VpcRecord,
} from '../state/records';
import type { RegionState } from '../state/regionState';

type SubnetKind = 'public' | 'private' | 'load balancer' | 'NAT gateway' | 'bare metal';

const running = { code: 'RUN', codeName: 'run' };
const kinds = {
  public: ['PUBLIC', 'GEN'],
  private: ['PRIVATE', 'GEN'],
  'load balancer': ['PUBLIC', 'LOADB'],
  'NAT gateway': ['PUBLIC', 'NATGW'],
  'bare metal': ['PRIVATE', 'BM'],
} as const satisfies Record<SubnetKind, readonly ['PUBLIC' | 'PRIVATE', string]>;
const usageNames = { GEN: 'General', LOADB: 'Load Balancer', NATGW: 'NAT Gateway', BM: 'Bare Metal' };
const serverStates = {
  RUN: ['Server run state', 'running'],
  NSTOP: ['Server normal stopped state', 'stopped'],
  CREAT: ['Server create state', 'booting'],
} as const;

/** Puts one thing into a region: the arguments say what matters, the rest is what the service would fill in. */
export const build = {
  vpc(region: RegionState, vpcNo: string, vpcName: string, ipv4CidrBlock: string): VpcRecord {
    const createDate = '2026-01-05T14:20:11+0900';
    const vpc = { vpcNo, vpcName, ipv4CidrBlock, vpcStatus: running, regionCode: region.regionCode, createDate };
    region.vpcs.set(vpcNo, vpc);
    return vpc;
  },

  /** How a list shows such a VPC is not documented yet; the name of the field follows from createVpc's `vpcTypeCode`. */
  transitVpc: (region: RegionState): void => {
    const vpc = build.vpc(region, '1210', 'transit-vpc', '10.200.0.0/16');
    region.vpcs.set(vpc.vpcNo, { ...vpc, vpcType: { code: 'TRANSIT', codeName: 'Transit' } });
  },

  subnet(
    region: RegionState,
    vpc: VpcRecord,
    own: Pick<SubnetRecord, 'subnetNo' | 'subnetName' | 'subnet' | 'zoneCode'>,
    kind: SubnetKind,
  ): SubnetRecord {
    const [type, usage] = kinds[kind];
    const { subnetNo, subnetName, subnet, zoneCode } = own;
    const record = {
      subnetNo,
      vpcNo: vpc.vpcNo,
      zoneCode,
      subnetName,
      subnet,
      subnetStatus: running,
      createDate: '2026-01-05T14:22:07+0900',
      subnetType: { code: type, codeName: type === 'PUBLIC' ? 'Public' : 'Private' },
      usageType: { code: usage, codeName: usageNames[usage] },
      networkAclNo: String(Number(vpc.vpcNo) + 1027),
    };
    region.subnets.set(subnetNo, record);
    return record;
  },

  accessControlGroup(region: RegionState, vpc: VpcRecord, no: string, name?: string): AccessControlGroupRecord {
    const record = {
      accessControlGroupNo: no,
      accessControlGroupName: name ?? `${vpc.vpcName}-default-acg`,
      isDefault: name === undefined,
      vpcNo: vpc.vpcNo,
      accessControlGroupStatus: running,
      accessControlGroupDescription: name === undefined ? `VPC [${vpc.vpcName}] default ACG` : '',
    };
    region.accessControlGroups.set(no, record);
    return record;
  },

  /** A server in the subnet of its default interface. */
  server(
    region: RegionState,
    subnet: SubnetRecord,
    own: {
      readonly no: string;
      readonly name: string;
      readonly hypervisor: 'XEN' | 'KVM';
      readonly state?: keyof typeof serverStates;
      readonly description?: string;
      readonly publicIp?: readonly [instanceNo: string, address: string];
    },
  ): ServerRecord {
    const state = own.state ?? 'RUN';
    const [stateName, statusName] = serverStates[state];
    const [publicIpInstanceNo, publicIp] = own.publicIp ?? ['', ''];
    const record = {
      serverInstanceNo: own.no,
      serverName: own.name,
      serverDescription: own.description ?? '',
      cpuCount: 2,
      memorySize: 8589934592,
      platformType: { code: 'LNX64', codeName: 'Linux 64 Bit' },
      loginKeyName: 'ops-key',
      publicIpInstanceNo,
      publicIp,
      serverInstanceStatus: { code: state, codeName: stateName },
      serverInstanceOperation: { code: 'NULL', codeName: 'Server NULL OP' },
      serverInstanceStatusName: statusName,
      createDate: '2026-01-05T15:01:30+0900',
      uptime: '2026-01-05T15:05:12+0900',
      serverImageProductCode: 'SW.VSVR.OS.LNX64.ROCKY.0806.B050',
      serverProductCode: 'SVR.VSVR.STAND.C002.M008.NET.SSD.B050.G002',
      isProtectServerTermination: false,
      zoneCode: subnet.zoneCode,
      regionCode: region.regionCode,
      vpcNo: subnet.vpcNo,
      subnetNo: subnet.subnetNo,
      networkInterfaceNoList: [],
      initScriptNo: '',
      serverInstanceType: { code: 'STAND', codeName: 'Standard' },
      baseBlockStorageDiskType: { code: 'NET', codeName: 'Network Storage' },
      baseBlockStorageDiskDetailType: { code: 'SSD', codeName: 'SSD' },
      placementGroupNo: '',
      placementGroupName: '',
      memberServerImageInstanceNo: '',
      blockDevicePartitionList: [],
      hypervisorType: { code: own.hypervisor, codeName: own.hypervisor },
      serverImageNo: '23214590',
      serverSpecCode: own.hypervisor === 'XEN' ? 's2-g2-s50' : 's2-g3',
    };
    region.putServer(record);
    if (own.publicIp) build.publicIp(region, publicIpInstanceNo, publicIp, own.no);
    return record;
  },

  /** A public IP of a server, or one that nobody uses. */
  publicIp(region: RegionState, publicIpInstanceNo: string, publicIp: string, serverInstanceNo?: string): void {
    region.publicIps.set(publicIpInstanceNo, {
      publicIpInstanceNo,
      publicIp,
      publicIpDescription: '',
      createDate: '2026-01-05T15:10:02+0900',
      lastModifyDate: '2026-01-05T15:10:20+0900',
      publicIpInstanceStatus: { code: 'RUN', codeName: 'NET RUN State' },
      publicIpInstanceOperation: { code: 'NULL', codeName: 'NET NULL OP' },
      ...(serverInstanceNo !== undefined && { serverInstanceNo }),
    });
  },

  /** An unattached interface unless `own` says otherwise. */
  interface(
    region: RegionState,
    subnet: SubnetRecord,
    own: Pick<InterfaceRecord, 'networkInterfaceNo' | 'ip' | 'macAddress' | 'accessControlGroupNoList'> &
      Partial<InterfaceRecord>,
  ): InterfaceRecord {
    return region.putInterface({
      networkInterfaceName: `nic-${own.networkInterfaceNo}`,
      subnetNo: subnet.subnetNo,
      deleteOnTermination: false,
      isDefault: false,
      status: 'NOTUSED',
      networkInterfaceDescription: '',
      secondaryIpList: [],
      ...own,
    });
  },
} as const;
