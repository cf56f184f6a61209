import type { Declaration } from './declaration';

/**
 * The declarations of a file, those about one region of one account taken together: what each wants counts beside what the
 * others want. Of their limits the lowest holds. `fileOf` tells several files apart: what one of them releases is released in its
 * own subnets, not in those of the others.
 */
export function groupByScope(
  declarations: readonly Declaration[],
  keyOf: (declaration: Declaration) => string,
  fileOf: (declaration: Declaration) => string = () => '',
): Declaration[] {
  const groups = Map.groupBy(declarations, keyOf).values();
  return [...groups].map((group) => {
    const files = [...Map.groupBy(group, fileOf).values()].map((one) => one.reduce(together));
    return files.length > 1 ? { ...files.reduce(together), files } : files.reduce(together);
  });
}

function together(all: Declaration, one: Declaration): Declaration {
  return {
    ...all,
    interfaces: [...all.interfaces, ...one.interfaces],
    floating: [...all.floating, ...one.floating],
    reserved: [...all.reserved, ...one.reserved],
    released: [...all.released, ...one.released],
    maxRemovals: Math.min(all.maxRemovals, one.maxRemovals),
  };
}
