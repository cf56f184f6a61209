import type { Network } from '../../src/model/network';
import { buildInterface, buildNetwork, buildServer } from './buildNetwork';

/**
 * 10.0.10.0/24 with web-01 (701236, no secondary IP), web-02 (701237, two of them) and the unattached vip-holder (701252,
 * full): one interface to assign to, one to take from, one that has no room.
 */
export function threeInterfaces(): Network {
  const used = { networkInterfaceStatus: { code: 'USED' }, isDefault: true, deviceName: 'eth0' };
  return buildNetwork({
    servers: [buildServer(), buildServer({ serverInstanceNo: '10423325', serverName: 'web-02' })],
    interfaces: [
      buildInterface({ ...used, instanceNo: '10423318' }),
      buildInterface({
        ...used,
        networkInterfaceNo: '701237',
        instanceNo: '10423325',
        ip: '10.0.10.6',
        secondaryIpList: ['10.0.10.21', '10.0.10.20'],
      }),
      buildInterface({
        networkInterfaceNo: '701252',
        networkInterfaceName: 'vip-holder',
        ip: '10.0.10.7',
        secondaryIpList: ['10.0.10.30', '10.0.10.31', '10.0.10.32', '10.0.10.33', '10.0.10.34'],
      }),
    ],
  });
}
