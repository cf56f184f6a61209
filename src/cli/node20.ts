// Node 20 lacks three functions of the language that Node 22 and VS Code have (ECMAScript 2024).
export {};

type Group = <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K) => Map<K, T[]>;
const map = Map as { groupBy?: Group };
map.groupBy ??= (items, keyOf) => {
  const groups = new Map<ReturnType<typeof keyOf>, (typeof items extends Iterable<infer T> ? T : never)[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

const promise = Promise as { withResolvers?: <T>() => PromiseWithResolvers<T> };
promise.withResolvers ??= <T>() => {
  let settle: Omit<PromiseWithResolvers<T>, 'promise'> | undefined;
  const made = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
  return { promise: made, ...(settle as unknown as Omit<PromiseWithResolvers<T>, 'promise'>) };
};

/** Only ever asked to give memory back (src/api/calls/collectBody.ts): moved to a place that nobody keeps. */
const buffer = ArrayBuffer.prototype as { transfer?: (this: ArrayBuffer) => ArrayBuffer };
buffer.transfer ??= function () {
  return structuredClone(this, { transfer: [this] });
};
