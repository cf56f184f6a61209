import type { Outcome } from '../../src/change/outcome';
import type { Network } from '../../src/model/network';
import type { NetworkInterface } from '../../src/model/networkInterface';
import type { Plan } from '../../src/plan/plan';
import type { JournalEntry } from '../../src/change/journalEntry';
import { apiFailure } from './apiFailure';
import { buildEntry, buildPlan, buildRecord, buildStep } from './buildEntry';
import { buildInterface, buildNetwork, buildServer, buildSubnet, buildVpc } from './buildNetwork';
import { buildScope } from './buildProfile';
import type { Scope } from '../../src/session/scope';

/** An account in which everything that is text is one text, numbers, addresses and codes as well. */
export interface HostileWorld {
  readonly network: Network;
  readonly plan: Plan;
  readonly entry: JournalEntry;
  readonly outcome: Outcome;
  readonly scope: Scope;
}

/** An interface more of that world, which holds an address that is none of its texts. */
export function holderOf(address: string, text: string): NetworkInterface {
  return buildInterface({
    networkInterfaceNo: '3',
    networkInterfaceName: text,
    subnetNo: text,
    ip: '10.0.10.16',
    secondaryIpList: [address],
  });
}

/** Builds it: one VPC, subnet, server and interface; a change that takes an address from a second interface. */
export function hostileWorld(text: string): HostileWorld {
  const code = { code: text, codeName: text };
  const networkInterface = buildInterface({
    networkInterfaceNo: text,
    networkInterfaceName: text,
    networkInterfaceDescription: text,
    networkInterfaceStatus: code,
    instanceNo: text,
    instanceType: code,
    deviceName: text,
    macAddress: text,
    subnetNo: text,
    secondaryIpList: [text],
    accessControlGroupNoList: [text],
  });
  const other = buildInterface({
    networkInterfaceNo: '2',
    networkInterfaceName: text,
    subnetNo: text,
    ip: '10.0.10.15',
  });
  const network = buildNetwork({
    regionCode: text,
    vpcs: [buildVpc({ vpcNo: text, vpcName: text, ipv4CidrBlock: text })],
    subnets: [
      buildSubnet({ subnetNo: text, vpcNo: text, subnetName: text, zoneCode: text, usageType: code, subnetType: code }),
    ],
    servers: [
      buildServer({
        serverInstanceNo: text,
        serverName: text,
        zoneCode: text,
        publicIp: text,
        platformType: code,
        hypervisorType: code,
        serverInstanceStatusName: text,
      }),
    ],
    interfaces: [networkInterface, other],
  });
  const step = buildStep({ networkInterfaceNo: text, secondaryIps: [text], takes: [{ address: text, from: text }] });
  const change = {
    networkInterfaceNo: text,
    networkInterfaceName: text,
    serverName: text,
    subnetNo: text,
    primary: text,
    chosenByService: 0,
  };
  const plan = buildPlan({
    regionCode: text,
    steps: [step],
    changes: [
      { ...change, before: [], after: [text], gains: [text], loses: [] },
      { ...change, before: [text], after: [], gains: [], loses: [text] },
    ],
    warnings: [
      { kind: 'takeover', address: text, from: text, to: text },
      { kind: 'removes', networkInterfaceNo: text, addresses: [text] },
      { kind: 'managedInterface', networkInterfaceNo: text, instanceType: text },
      { kind: 'subnetUsage', subnetNo: text, usage: 'LOADB' },
      { kind: 'moving', address: text, networkInterfaceNos: [text] },
      { kind: 'alreadyThere', networkInterfaceNo: text, addresses: [text] },
      { kind: 'notThere', networkInterfaceNo: text, addresses: [text] },
      { kind: 'guestOs', networkInterfaceNo: text },
      { kind: 'guestOsLoses', networkInterfaceNo: text, addresses: [text] },
    ],
  });
  const error = apiFailure('refused', { apiMessage: text, code: text, requestId: text, action: 'assignSecondaryIps' });
  const unexpected = [{ networkInterfaceNo: text, appeared: [text], disappeared: [text] }];
  const record = buildRecord({ step, requestId: text, error: error.details, unexpected });
  const scope = buildScope({ name: text, regionCode: text });
  return {
    network,
    plan,
    entry: buildEntry({ plan, profile: { id: 'p1', name: text }, regionCode: text, steps: [record] }),
    outcome: {
      plan,
      result: 'partly',
      cancelled: false,
      interfaces: [],
      steps: [
        {
          step,
          result: 'partly',
          addresses: [
            { address: text, result: 'applied' },
            { address: text, result: 'notApplied' },
          ],
          chosen: [],
          unexpected,
          reconciled: false,
          settled: false,
          requestId: text,
          error,
          durationMs: 1,
        },
      ],
    },
    scope,
  };
}
