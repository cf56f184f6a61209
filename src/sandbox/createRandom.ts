/** A source of made-up values; the same seed gives the same ones. */
export interface Random {
  /** A whole number of 0 … limit - 1. */
  integer(limit: number): number;
  /** UUID version 4 in shape. */
  uuid(): string;
  /** Upper-case hex with colons, beginning F2:20 as in the documented examples. */
  macAddress(): string;
}

/** Mulberry32: 32 bits of state are plenty for ids that only have to look random and repeat with the seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (limit: number) => Math.floor(next() * limit);
  const hex = (digits: number) => Array.from({ length: digits }, () => integer(16).toString(16)).join('');
  return {
    integer,
    uuid: () => [hex(8), hex(4), `4${hex(3)}`, `${'89ab'.charAt(integer(4))}${hex(3)}`, hex(12)].join('-'),
    macAddress: () => ['F2', '20', ...Array.from({ length: 4 }, () => hex(2).toUpperCase())].join(':'),
  };
}
