import { describe, expect, it } from 'vitest';
import type { IntentItem } from '../../../src/plan/intent';
import { planChange } from '../../../src/plan/planChange';
import { buildInterface, buildNetwork, buildServer, buildSubnet } from '../../support/buildNetwork';

// Whole plans as text. After a wanted change: vitest run test/unit/plan -u, and read the difference.
const network = buildNetwork({
  subnets: [buildSubnet(), buildSubnet({ subnetNo: '3107', subnet: '10.0.40.0/26', usageType: { code: 'LOADB' } })],
  servers: [
    buildServer(),
    buildServer({ serverInstanceNo: '10423325', serverName: '결제-배치', networkInterfaceNoList: ['701237'] }),
  ],
  interfaces: [
    buildInterface({ networkInterfaceNo: '701236', instanceNo: '10423318', instanceType: { code: 'VSVR' } }),
    buildInterface({
      networkInterfaceNo: '701237',
      instanceNo: '10423325',
      instanceType: { code: 'VSVR' },
      ip: '10.0.10.6',
      secondaryIpList: ['10.0.10.21', '10.0.10.20'],
    }),
    buildInterface({
      networkInterfaceNo: '701252',
      networkInterfaceName: 'vip-holder',
      ip: '10.0.10.7',
      secondaryIpList: ['10.0.10.30', '10.0.10.31', '10.0.10.32', '10.0.10.33', '10.0.10.34'],
    }),
    buildInterface({ networkInterfaceNo: '701260', subnetNo: '3107', ip: '10.0.40.6', instanceType: { code: 'VLB' } }),
  ],
});

const cases: Record<string, IntentItem[]> = {
  'assign-list-and-count': [{ kind: 'assign', networkInterfaceNo: '701236', secondaryIps: ['10.0.10.52'], count: 1 }],
  'assign-proposed': [{ kind: 'assign', networkInterfaceNo: '701236', secondaryIps: [], propose: 3 }],
  takeover: [
    { kind: 'assign', networkInterfaceNo: '701236', secondaryIps: ['10.0.10.20', '10.0.10.52'], allowReassign: true },
  ],
  'exchange-on-a-full-interface': [
    { kind: 'move', networkInterfaceNo: '701252', secondaryIps: ['10.0.10.20'], from: '701237' },
    { kind: 'unassign', networkInterfaceNo: '701252', secondaryIps: ['10.0.10.30'] },
  ],
  bulk: ['701236', '701237', '701260'].map((networkInterfaceNo) => ({
    kind: 'assign',
    networkInterfaceNo,
    secondaryIps: [],
    propose: 2,
  })),
  refused: [
    {
      kind: 'assign',
      networkInterfaceNo: '701236',
      secondaryIps: ['10.0.10.5', '10.0.11.9', '10.0.10.7', '10.0.10.20'],
    },
    { kind: 'assign', networkInterfaceNo: '701252', secondaryIps: [], count: 1 },
    { kind: 'move', networkInterfaceNo: '404', secondaryIps: ['10.0.10.20'] },
  ],
};

describe('plans as text', () => {
  it.each(Object.entries(cases))('%s', async (name, items) => {
    const text = `${JSON.stringify(planChange({ items }, network), undefined, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`__golden__/${name}.json`);
  });
});
