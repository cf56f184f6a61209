import type { Declaration } from './declaration';

/**
 * The declarations of a file, those of one profile and region taken together: what each wants counts beside what the others
 * want. Of their limits the lowest holds.
 */
export function groupByScope(declarations: readonly Declaration[]): Declaration[] {
  const groups = Map.groupBy(declarations, ({ profile, region }) => JSON.stringify([profile?.text, region?.text]));
  return [...groups.values()].map(([first, ...others]) =>
    others.reduce(
      (all, one) => ({
        ...all,
        interfaces: [...all.interfaces, ...one.interfaces],
        floating: [...all.floating, ...one.floating],
        reserved: [...all.reserved, ...one.reserved],
        released: [...all.released, ...one.released],
        maxRemovals: Math.min(all.maxRemovals, one.maxRemovals),
      }),
      first!,
    ),
  );
}
