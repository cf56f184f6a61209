import type { Network } from '../model/network';
import { addressKey } from '../plan/planning';
import type { Span } from '../text/span';
import { namesOf, type Wants } from './collectWants';
import type { Declaration, DeclaredProblem } from './declaration';

/** An address that an interface holds and gives up, and where the file says so. */
export interface Release extends Span {
  readonly address: string;
  readonly networkInterfaceNo: string;
}

/**
 * What is released: the addresses of `released` that somebody holds in the subnets of the file, and what an interface with
 * `authoritative: true` holds besides its own. What goes to another interface of the file is moved, not released.
 */
export function collectReleases(
  declaration: Pick<Declaration, 'released' | 'files'>,
  { targets, wants, subnetNos }: Wants,
  network: Network,
  problems: DeclaredProblem[],
): Release[] {
  const wanted = new Set(wants.map(({ subnetNo, word }) => addressKey(subnetNo, word.text)));
  const releases = new Map<string, Release>();
  const release = (networkInterfaceNo: string, address: string, { start, end }: Span): void => {
    const key = addressKey(networkInterfaceNo, address);
    if (!releases.has(key)) releases.set(key, { networkInterfaceNo, address, start, end });
  };
  for (const word of declaration.released) {
    const { text: address, start, end } = word;
    const file = declaration.files?.find(({ released }) => released.includes(word));
    const around = [...(file ? subnetsOf(file, network) : subnetNos)].filter(
      (no) => (network.range(no)?.place(address) ?? 'outside') !== 'outside',
    );
    if (around.length === 0) problems.push({ kind: 'releasedNowhere', address, start, end });
    for (const subnetNo of around) {
      const holder = network.holder(subnetNo, address);
      if (wanted.has(addressKey(subnetNo, address))) problems.push({ kind: 'releasedHere', address, start, end });
      else if (holder?.role === 'primary') {
        const { networkInterfaceNo } = holder.networkInterface;
        problems.push({ kind: 'releasedPrimary', address, holder: networkInterfaceNo, start, end });
      } else if (holder) release(holder.networkInterface.networkInterfaceNo, address, { start, end });
    }
  }
  for (const { declared, networkInterface } of targets) {
    if (!declared.authoritative) continue;
    const { networkInterfaceNo, subnetNo, secondaryIpList } = networkInterface;
    for (const address of secondaryIpList) {
      if (!wanted.has(addressKey(subnetNo, address))) release(networkInterfaceNo, address, declared.name);
    }
  }
  return [...releases.values()];
}

/** The subnets that one of several files is about. */
function subnetsOf({ interfaces, floating }: Declaration, network: Network): ReadonlySet<string> {
  const names = [...interfaces.map(({ name }) => name), ...floating.flatMap(({ holders }) => holders)];
  const found = names.map(({ text }) => namesOf(network).find(text));
  return new Set(found.flatMap((no) => (typeof no === 'string' ? (network.interface(no)?.subnetNo ?? []) : [])));
}
