import { expect, it, vi } from 'vitest';
import { createHistoryFilters, type ActiveFilter } from '../../../../src/session/journal/historyFilter';
import { buildEntry } from '../../../support/buildEntry';

it('asks of each entry once for as long as neither the entries nor the filter change', () => {
  const filters = createHistoryFilters();
  const entries = [buildEntry({ id: 'a' }), buildEntry({ id: 'b' })];
  expect(filters.shown(entries)).toBe(entries);
  const matches = vi.fn(({ id }: { readonly id: string }) => id === 'b');
  const active: ActiveFilter = { filter: { profiles: [], outcomes: [] }, words: 'b', matches };
  filters.set(active);
  expect(filters.shown(entries)).toEqual([entries[1]]);
  expect(filters.shown(entries)).toBe(filters.shown(entries));
  expect(matches).toHaveBeenCalledTimes(2);
  expect(filters.shown([...entries, buildEntry({ id: 'c' })])).toHaveLength(1);
  filters.set({ ...active, matches: () => false });
  expect(filters.shown(entries)).toEqual([]);
});
