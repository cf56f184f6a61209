/**
 * One change per interface at a time, over the commands and windows of this machine: two changes on one interface could
 * each take the other's address for its own after a lost answer.
 */
export interface InterfaceHolds {
  /**
   * Waits until none of these interfaces is held by another change, then holds them all. `keys` are `networkInterfaceNo`s
   * with what makes them unique over accounts; their order does not matter. `onWait` is told once when there is a wait.
   * Undefined when `signal` was aborted first. Rejects only when the holds cannot be kept at all.
   */
  hold(keys: readonly string[], onWait: () => void, signal?: AbortSignal): Promise<InterfaceHold | undefined>;
}

/** Interfaces held for one change. */
export interface InterfaceHold {
  /** Lets these go, or all that are left; never rejects. */
  release(keys?: readonly string[]): Promise<void>;
}

/** Holds of one gateway and region: numbers are unique only there. */
export function holdsIn(holds: InterfaceHolds, place: string): InterfaceHolds {
  const keyOf = (networkInterfaceNo: string): string => `${place} ${networkInterfaceNo}`;
  return {
    async hold(keys, onWait, signal) {
      const held = await holds.hold(keys.map(keyOf), onWait, signal);
      return held && { release: (some) => held.release(some?.map(keyOf)) };
    },
  };
}
