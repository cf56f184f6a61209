import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';

/** What the rules need to know of a network; a {@link Network} is one, and so is a {@link Draft}. */
export type AddressBook = Pick<Network, 'interface' | 'subnet' | 'range' | 'holder'>;

/** The network as it will be once the steps planned so far are done. Only secondary IPs differ from what was read. */
export interface Draft extends AddressBook {
  secondaryIps(networkInterfaceNo: string): readonly string[];
  /** Joins at the end, as the service does. Taking it from its holder is a separate {@link Draft.remove}. */
  add(networkInterfaceNo: string, address: string): void;
  remove(networkInterfaceNo: string, address: string): void;
}

/** An overlay: a bulk of hundreds of items must not rebuild a network of thousands of interfaces for each. */
export function createDraft(network: AddressBook): Draft {
  const lists = new Map<string, readonly string[]>();
  const holders = new Map<string, string | undefined>();
  const key = (networkInterfaceNo: string, address: string) =>
    `${network.interface(networkInterfaceNo)?.subnetNo ?? ''} ${address}`;

  const draft: Draft = {
    subnet: (no) => network.subnet(no),
    range: (no) => network.range(no),
    interface(no): NetworkInterface | undefined {
      const asRead = network.interface(no);
      const secondaryIpList = lists.get(no);
      return asRead && secondaryIpList ? { ...asRead, secondaryIpList } : asRead;
    },
    holder(subnetNo, address) {
      const id = `${subnetNo} ${address}`;
      if (!holders.has(id)) return network.holder(subnetNo, address);
      const no = holders.get(id);
      const networkInterface = no === undefined ? undefined : draft.interface(no);
      return networkInterface && { networkInterface, role: 'secondary' };
    },
    secondaryIps: (no) => draft.interface(no)?.secondaryIpList ?? [],
    add(no, address) {
      lists.set(no, [...draft.secondaryIps(no), address]);
      holders.set(key(no, address), no);
    },
    remove(no, address) {
      lists.set(
        no,
        draft.secondaryIps(no).filter((other) => other !== address),
      );
      const subnetNo = network.interface(no)?.subnetNo ?? '';
      if (draft.holder(subnetNo, address)?.networkInterface.networkInterfaceNo === no) {
        holders.set(key(no, address), undefined);
      }
    },
  };
  return draft;
}

/** Everything the intent wants on one interface, before it is put in order. One wish is one call whenever that fits. */
export interface Wish {
  readonly networkInterfaceNo: string;
  readonly subnetNo: string;
  /** Addresses to list, none of them there already. */
  readonly listed: readonly string[];
  readonly takes: readonly { readonly address: string; readonly from: string }[];
  /** `secondaryIpCount` */
  readonly count: number;
  /** Indexes into the intent's items. */
  readonly items: readonly number[];
}
