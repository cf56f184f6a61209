import ipaddr from 'ipaddr.js';
import type { InterfaceRecord, SubnetRecord } from './records';

/** Offsets 0 … 5 from the network address and the last address are the service's own (createNetworkInterface, `ip`). */
const firstUsableOffset = 6;

/** Where an address stands in a subnet. */
export type AddressPlace = 'invalid' | 'outside' | 'reserved' | 'usable';

/** Who holds an address. */
export interface AddressHolder {
  readonly networkInterface: InterfaceRecord;
  readonly isPrimary: boolean;
}

/** The addresses of one subnet: which may be used at all, who holds which, which are free. */
export class AddressPool {
  private readonly network: number;
  private readonly last: number;
  private readonly holders = new Map<string, AddressHolder>();

  constructor(subnet: Pick<SubnetRecord, 'subnetNo' | 'subnet'>, interfaces: Iterable<InterfaceRecord>) {
    this.network = toNumber(ipaddr.IPv4.networkAddressFromCIDR(subnet.subnet));
    this.last = toNumber(ipaddr.IPv4.broadcastAddressFromCIDR(subnet.subnet));
    for (const networkInterface of interfaces) {
      if (networkInterface.subnetNo !== subnet.subnetNo) continue;
      this.holders.set(networkInterface.ip, { networkInterface, isPrimary: true });
      for (const address of networkInterface.secondaryIpList) {
        this.holders.set(address, { networkInterface, isPrimary: false });
      }
    }
  }

  placeOf(address: string): AddressPlace {
    if (!ipaddr.IPv4.isValidFourPartDecimal(address)) return 'invalid';
    const value = toNumber(ipaddr.IPv4.parse(address));
    if (value < this.network || value > this.last) return 'outside';
    return value < this.network + firstUsableOffset || value === this.last ? 'reserved' : 'usable';
  }

  holderOf(address: string): AddressHolder | undefined {
    return this.holders.get(address);
  }

  /** The `count` lowest free addresses besides those in `except`, ascending; fewer when the subnet has no more. */
  lowestFree(count: number, except: readonly string[] = []): string[] {
    const found: string[] = [];
    for (let value = this.network + firstUsableOffset; value < this.last && found.length < count; value++) {
      const address = toText(value);
      if (!this.holders.has(address) && !except.includes(address)) found.push(address);
    }
    return found;
  }
}

function toNumber(address: ipaddr.IPv4): number {
  return Buffer.from(address.toByteArray()).readUInt32BE();
}

function toText(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return new ipaddr.IPv4([...bytes]).toString();
}
