import * as v from 'valibot';
import type { NetworkInterface } from '../../model/networkInterface';
import type { Server } from '../../model/server';
import type { Subnet } from '../../model/subnet';
import type { Vpc } from '../../model/vpc';

/** What is kept of a region, in this order. */
export const lists = ['vpcs', 'subnets', 'servers', 'interfaces'] as const;
/** One of them. */
export type ListName = (typeof lists)[number];

const text = v.string();
const texts = v.array(text);
const maybe = v.exactOptional(text);
const code = v.object({ code: text, codeName: maybe });
const maybeCode = v.exactOptional(code);

const vpc = v.object({
  vpcNo: text,
  vpcName: text,
  ipv4CidrBlock: text,
  vpcStatus: maybeCode,
  vpcType: maybeCode,
  regionCode: maybe,
}) satisfies v.GenericSchema<unknown, Vpc>;

const subnet = v.object({
  subnetNo: text,
  vpcNo: text,
  zoneCode: maybe,
  subnetName: text,
  subnet: text,
  subnetStatus: maybeCode,
  subnetType: maybeCode,
  usageType: maybeCode,
}) satisfies v.GenericSchema<unknown, Subnet>;

const server = v.object({
  serverInstanceNo: text,
  serverName: text,
  serverInstanceStatus: maybeCode,
  serverInstanceStatusName: maybe,
  vpcNo: maybe,
  subnetNo: maybe,
  zoneCode: maybe,
  publicIp: maybe,
  hypervisorType: maybeCode,
  platformType: maybeCode,
  networkInterfaceNoList: texts,
}) satisfies v.GenericSchema<unknown, Server>;

const networkInterface = v.object({
  networkInterfaceNo: text,
  networkInterfaceName: text,
  subnetNo: text,
  deleteOnTermination: v.boolean(),
  isDefault: v.boolean(),
  deviceName: maybe,
  networkInterfaceStatus: code,
  instanceType: maybeCode,
  instanceNo: maybe,
  ip: text,
  macAddress: maybe,
  accessControlGroupNoList: texts,
  networkInterfaceDescription: maybe,
  secondaryIpList: texts,
  enableFlowLog: v.exactOptional(v.boolean()),
}) satisfies v.GenericSchema<unknown, NetworkInterface>;

/** The first line of a kept reading. */
export const headSchema = v.object({ version: v.literal(1), profileId: text, regionCode: text, readAt: v.number() });

/** A later line: rows of one list. */
export const rowSchemas = v.object({
  vpcs: v.exactOptional(v.array(vpc)),
  subnets: v.exactOptional(v.array(subnet)),
  servers: v.exactOptional(v.array(server)),
  interfaces: v.exactOptional(v.array(networkInterface)),
} satisfies Record<ListName, unknown>);
