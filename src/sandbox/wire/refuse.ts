import { unconfirmed } from '../unconfirmed';
import { ProductError } from './productError';

/**
 * The refusals of the products, one per rule. 900, 1002035 and 1007000 are real codes; 1002901 … 1002911 are invented, because
 * no public source gives the codes for secondary-IP failures: clients must not branch on them.
 */
export const refuse = {
  missing: (name: string) => new ProductError('900', `Required field is not specified. location : ${name}.`),
  invalid: (name: string, reason: string) =>
    new ProductError(unconfirmed.invalidParameterCode, `Parameter is invalid. invalid ${name}; ${reason}`),
  accessControlGroupNotFound: (no: string) => new ProductError('1007000', `Acg was not found. (${no})`),
  lastAccessControlGroup: () => new ProductError('1002035', 'At least one Acg must remain on the network interface.'),
  interfaceNotFound: (no: string) => new ProductError('1002901', `Network interface ${no} was not found.`),
  outsideSubnet: (address: string, subnet: string) =>
    new ProductError('1002902', `The IP ${address} is outside the subnet ${subnet}.`),
  reserved: (address: string, subnet: string) =>
    new ProductError('1002903', `The IP ${address} is reserved in the subnet ${subnet}.`),
  inUse: (address: string) => new ProductError('1002904', `The IP ${address} is already in use.`),
  tooMany: () => new ProductError('1002905', 'Up to 5 secondary IPs can be assigned to a network interface.'),
  noFreeAddress: (subnet: string) =>
    new ProductError('1002906', `Not enough free IPs are left in the subnet ${subnet}.`),
  busy: (no: string) =>
    new ProductError('1002907', `Network interface ${no} is being changed. It cannot be changed at the same time.`),
  defaultInterface: (no: string) =>
    new ProductError('1002908', `Network interface ${no} is the default network interface and cannot be detached.`),
  serverIsFull: (no: string) => new ProductError('1002909', `Server ${no} already has 3 network interfaces.`),
  attached: (no: string) => new ProductError('1002910', `Network interface ${no} is attached to a server.`),
  invalidAddress: (address: string) => new ProductError('1002911', `The IP ${address} is not a valid IPv4 address.`),
} as const satisfies Record<string, (...details: never[]) => ProductError>;
