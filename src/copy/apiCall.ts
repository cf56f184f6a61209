import type { Step } from '../plan/plan';

/** A call of a Server (VPC) action with its parameters by their wire names, in the order of the documentation. */
export interface ApiCall {
  readonly action: string;
  readonly parameters: Readonly<Record<string, string | readonly string[]>>;
}

/** A list filter of more numbers would make a URL that proxies refuse. */
const numbersPerCall = 100;

/** Calls that list these interfaces: one for each hundred. */
export function listCalls(regionCode: string, networkInterfaceNos: readonly string[]): ApiCall[] {
  const numbers = [...new Set(networkInterfaceNos)];
  return Array.from({ length: Math.ceil(numbers.length / numbersPerCall) }, (_, at) => ({
    action: 'getNetworkInterfaceList',
    parameters: {
      regionCode,
      networkInterfaceNoList: numbers.slice(at * numbersPerCall, (at + 1) * numbersPerCall),
    },
  }));
}

/** The call a step of a plan makes; optional parameters only when they differ from what the service assumes. */
export function stepCall(
  { action, networkInterfaceNo, secondaryIps, count, allowReassign }: Step,
  regionCode: string,
): ApiCall {
  return {
    action,
    parameters: {
      regionCode,
      networkInterfaceNo,
      ...(secondaryIps.length > 0 && { secondaryIpList: secondaryIps }),
      ...(count > 0 && { secondaryIpCount: String(count) }),
      ...(allowReassign && { allowReassign: 'true' }),
    },
  };
}
