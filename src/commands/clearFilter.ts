import { isFiltered } from '../session/lookStore';
import type { CommandContext } from './commandContext';

/** Clear Filter: shows all interfaces of every profile shown again; the grouping stays. */
export async function clearFilter({ scopes, looks }: Pick<CommandContext, 'scopes' | 'looks'>): Promise<unknown> {
  const ids = [...new Set(scopes.shown().map(({ profile }) => profile.id))].filter((id) => isFiltered(looks.get(id)));
  await Promise.all(ids.map((id) => looks.set(id, { groupBy: looks.get(id).groupBy, filters: [] })));
  return { cleared: ids.length };
}
