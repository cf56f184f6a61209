import { setContextKey } from '../../ui/contextKeys';

/** What was cut and waits to be pasted. Cutting changes nothing by itself. */
export interface CutAddresses<T> {
  readonly items: readonly T[];
  set(items: readonly T[]): void;
}

/** Nothing is cut yet. */
export function createCutAddresses<T>(): CutAddresses<T> {
  let cut: readonly T[] = [];
  return {
    get items() {
      return cut;
    },
    set(items) {
      cut = items;
      setContextKey('ncloudIp.hasCut', items.length > 0);
    },
  };
}
