import { isIpv4 } from '../../model/address';
import { maxSecondaryIps } from '../../model/networkInterface';
import type { AssignSecondaryIpsRequest, UnassignSecondaryIpsRequest } from '../ncloudApi';

/** The first rule of the assignSecondaryIps document that the request breaks, in words; undefined when there is none. */
export function findBrokenAssignRule(request: AssignSecondaryIpsRequest): string | undefined {
  const { secondaryIpList = [], secondaryIpCount: count = 0 } = request;
  if (!Number.isInteger(count) || count < 0 || count > maxSecondaryIps) {
    return `secondaryIpCount must be a whole number from 0 to ${maxSecondaryIps}, not ${count}`;
  }
  if (secondaryIpList.length > maxSecondaryIps) {
    return `secondaryIpList takes up to ${maxSecondaryIps} addresses, not ${secondaryIpList.length}`;
  }
  const total = secondaryIpList.length + count;
  if (total === 0) return 'secondaryIpList and secondaryIpCount together must ask for at least 1 address';
  if (total > maxSecondaryIps) {
    return `a network interface holds up to ${maxSecondaryIps} secondary IPs, not ${total}`;
  }
  return findBrokenCommonRule(request.networkInterfaceNo, secondaryIpList);
}

/** The same for unassignSecondaryIps: there is no "unassign all", every address must be named. */
export function findBrokenUnassignRule(request: UnassignSecondaryIpsRequest): string | undefined {
  if (request.secondaryIpList.length === 0) return 'secondaryIpList must name at least 1 address';
  return findBrokenCommonRule(request.networkInterfaceNo, request.secondaryIpList);
}

function findBrokenCommonRule(networkInterfaceNo: string, addresses: readonly string[]): string | undefined {
  if (!/^\d+$/.test(networkInterfaceNo)) return 'networkInterfaceNo must be a number';
  const wrong = addresses.find((address) => !isIpv4(address));
  return wrong === undefined ? undefined : `secondaryIpList takes IPv4 addresses, not "${wrong}"`;
}
