/** What the sandbox knows, spelled as on the wire. A record is never edited in place: a change puts a new one. */
interface CommonCode {
  readonly code: string;
  readonly codeName: string;
}

/** A zone, as getZoneList shows it. */
export interface ZoneRecord {
  readonly zoneName: string;
  readonly zoneCode: string;
  readonly regionCode: string;
  readonly zoneDescription: string;
}

/** A VPC, as getVpcList shows it. */
export interface VpcRecord {
  readonly vpcNo: string;
  readonly vpcName: string;
  readonly ipv4CidrBlock: string;
  readonly vpcStatus: CommonCode;
  /** Not in the documented example; seen on VPCs of another type than NORMAL. */
  readonly vpcType?: CommonCode;
  readonly regionCode: string;
  readonly createDate: string;
}

/** A subnet, as getSubnetList shows it. */
export interface SubnetRecord {
  readonly subnetNo: string;
  readonly vpcNo: string;
  readonly zoneCode: string;
  readonly subnetName: string;
  readonly subnet: string;
  readonly subnetStatus: CommonCode;
  readonly createDate: string;
  readonly subnetType: CommonCode;
  readonly usageType: CommonCode;
  readonly networkAclNo: string;
}

/** An ACG, as getAccessControlGroupList shows it. */
export interface AccessControlGroupRecord {
  readonly accessControlGroupNo: string;
  readonly accessControlGroupName: string;
  readonly isDefault: boolean;
  readonly vpcNo: string;
  readonly accessControlGroupStatus: CommonCode;
  readonly accessControlGroupDescription: string;
}

/** The part of a server the filters look at; `networkInterfaceNoList` is filled from the interfaces when it is read. */
export interface ServerRecord {
  readonly serverInstanceNo: string;
  readonly serverName: string;
  readonly publicIp: string;
  readonly serverInstanceStatus: CommonCode;
  readonly zoneCode: string;
  readonly vpcNo: string;
  readonly subnetNo: string;
  readonly networkInterfaceNoList: readonly string[];
  readonly hypervisorType: CommonCode;
  readonly baseBlockStorageDiskType: CommonCode;
  readonly baseBlockStorageDiskDetailType: CommonCode;
  readonly placementGroupNo: string;
}

/** A public IP; the server's name and address follow from the server when it is read. */
export interface PublicIpRecord {
  readonly publicIpInstanceNo: string;
  readonly publicIp: string;
  readonly publicIpDescription: string;
  readonly createDate: string;
  readonly lastModifyDate: string;
  readonly publicIpInstanceStatus: CommonCode;
  readonly publicIpInstanceOperation: CommonCode;
  /** Absent when no server has it. */
  readonly serverInstanceNo?: string;
}

/** What enableFlowLog set up, as getFlowLogConfigurationList shows it beside the number of the interface. */
export interface FlowLogRecord {
  readonly collectActionType: CommonCode;
  readonly collectIntervalMinute: number;
  readonly storageType: CommonCode;
  readonly storageBucketName: string;
  readonly storageBucketDirectoryName: string;
}

/** SET and UNSET while it settles, USED and NOTUSED at rest. */
export type InterfaceStatus = 'SET' | 'UNSET' | 'USED' | 'NOTUSED';

/** When SET or UNSET ends (milliseconds since the epoch) and in which steady state. */
interface Settling {
  readonly at: number | 'never';
  readonly to: 'USED' | 'NOTUSED';
}

/** A network interface, as getNetworkInterfaceList shows it. */
export interface InterfaceRecord {
  readonly networkInterfaceNo: string;
  readonly networkInterfaceName: string;
  readonly subnetNo: string;
  readonly deleteOnTermination: boolean;
  readonly isDefault: boolean;
  readonly deviceName?: string;
  readonly status: InterfaceStatus;
  readonly settling?: Settling;
  readonly instanceType?: CommonCode;
  readonly instanceNo?: string;
  readonly ip: string;
  readonly macAddress: string;
  readonly accessControlGroupNoList: readonly string[];
  readonly networkInterfaceDescription: string;
  readonly secondaryIpList: readonly string[];
  /** Absent while no flow log is collected. */
  readonly flowLog?: FlowLogRecord;
}
