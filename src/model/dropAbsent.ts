/** T with every field that may be undefined made optional instead. */
export type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** A copy without the fields that are undefined: absent means absent, so two readings of the same thing compare equal. */
export function dropAbsent<T extends object>(value: T): Present<T> {
  const present: Partial<T> = {};
  for (const name of Object.keys(value) as (keyof T)[]) if (value[name] !== undefined) present[name] = value[name];
  return present as unknown as Present<T>;
}
