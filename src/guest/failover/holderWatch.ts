import type { NetworkInterface } from '../../model/networkInterface';

/** Who has an address. `unknown`: nobody could be asked, or what was answered does not tell. */
export type Holder =
  | { readonly kind: 'held'; readonly networkInterfaceNo: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** What an answer says of an interface, as far as it matters here. */
export type SeenInterface = Pick<NetworkInterface, 'networkInterfaceNo' | 'subnetNo' | 'ip' | 'secondaryIpList'>;

/** One question. What it brought was so at some moment between the two times (epoch ms). */
export interface Look {
  readonly askedAt: number;
  readonly answeredAt: number;
  /** Absent when there was no answer. */
  readonly interfaces?: readonly SeenInterface[];
}

/** When a look was, epoch ms. */
type LookTimes = Pick<Look, 'askedAt' | 'answeredAt'>;

/** Looks in a row that all say the same of an address. */
export interface Span {
  readonly holder: Holder;
  readonly first: LookTimes;
  readonly last: LookTimes;
}

/** What was seen so far of who has some addresses of a subnet. */
export interface HolderWatch {
  readonly subnetNo: string;
  readonly addresses: readonly string[];
  /** False when the subnet has more interfaces than are asked for: an address on none of them may be on another. */
  readonly isWhole: boolean;
  /** The interfaces that were in an answer so far, by number. */
  readonly seen: ReadonlySet<string>;
  readonly looks: number;
  /** Looks without an answer. */
  readonly failures: number;
  /** The last look. */
  readonly last?: LookTimes;
  /** By address, in the order of time; one begins where the one before ends. */
  readonly spans: ReadonlyMap<string, readonly Span[]>;
}

/**
 * What lies between two looks further apart (ms), or was answered later, counts as unknown: the machine may have slept, and an
 * address can go away and come back in that time.
 */
const blindMs = 5_000;

/** A watch without a look. */
export function beginWatch(subnetNo: string, addresses: readonly string[], isWhole: boolean): HolderWatch {
  return { subnetNo, addresses, isWhole, seen: new Set(), looks: 0, failures: 0, spans: new Map() };
}

/** The watch with one more look. A clock that was set back stands still until it has caught up. */
export function withLook(watch: HolderWatch, look: Look): HolderWatch {
  const { last } = watch;
  const askedAt = Math.max(look.askedAt, last?.answeredAt ?? look.askedAt);
  const answeredAt = Math.max(look.answeredAt, askedAt);
  const times = { askedAt, answeredAt };
  const read = answeredAt - askedAt > blindMs ? undefined : look.interfaces;
  const interfaces = read?.filter(({ subnetNo }) => subnetNo === watch.subnetNo);
  const spans = watch.addresses.map((address): [string, readonly Span[]] => {
    const before = watch.spans.get(address) ?? [];
    const gap = last && askedAt - last.answeredAt > blindMs ? [at(last.answeredAt), at(askedAt)] : [];
    const known = gap.reduce((spans, times) => joined(spans, { kind: 'unknown' }, times), before);
    return [address, joined(known, holderOf(address, watch, interfaces), times)];
  });
  return {
    ...watch,
    seen: interfaces ? new Set([...watch.seen, ...interfaces.map((one) => one.networkInterfaceNo)]) : watch.seen,
    looks: watch.looks + 1,
    failures: watch.failures + (read ? 0 : 1),
    last: times,
    spans: new Map(spans),
  };
}

const at = (ms: number): LookTimes => ({ askedAt: ms, answeredAt: ms });

function joined(spans: readonly Span[], holder: Holder, times: LookTimes): readonly Span[] {
  const last = spans.at(-1);
  return last && isSame(last.holder, holder)
    ? [...spans.slice(0, -1), { ...last, last: times }]
    : [...spans, { holder, first: times, last: times }];
}

/**
 * Two interfaces have an address only where rows of two moments were mixed. That, an answer without an interface that was
 * there before, and an address on none of a part of the subnet tell nothing: "no holder" is never said without proof.
 */
function holderOf(
  address: string,
  { seen, isWhole }: HolderWatch,
  interfaces: readonly SeenInterface[] | undefined,
): Holder {
  if (!interfaces) return { kind: 'unknown' };
  const [holder, other] = interfaces.filter((one) => one.ip === address || one.secondaryIpList.includes(address));
  if (holder) return other ? { kind: 'unknown' } : { kind: 'held', networkInterfaceNo: holder.networkInterfaceNo };
  const there = new Set(interfaces.map(({ networkInterfaceNo }) => networkInterfaceNo));
  const isComplete = isWhole && there.size > 0 && [...seen].every((no) => there.has(no));
  return { kind: isComplete ? 'none' : 'unknown' };
}

/** The same holder, or both times none, or both times unknown. */
export function isSame(one: Holder, other: Holder): boolean {
  if (one.kind !== 'held' || other.kind !== 'held') return one.kind === other.kind;
  return one.networkInterfaceNo === other.networkInterfaceNo;
}
