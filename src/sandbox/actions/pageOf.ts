import { unconfirmed } from '../unconfirmed';
import type { Params } from '../wire/params';
import { refuse } from '../wire/refuse';
import type { Listing } from './action';

/** The page asked for: pageNo 0 and 1 are the same, pageSize is 1 … 1000 and required with pageNo. */
export function pageOf(name: string, rows: readonly object[], params: Params): Listing {
  if (params.has('pageNo') && !params.has('pageSize')) throw refuse.missing('pageSize');
  const pageNo = params.integer('pageNo', 0, 999_999_999) ?? unconfirmed.defaultPageNo;
  const pageSize = params.integer('pageSize', 1, 1000);
  if (pageSize === undefined) return { name, rows };
  const start = (Math.max(pageNo, 1) - 1) * pageSize;
  return { name, rows: rows.slice(start, start + pageSize), totalRows: rows.length };
}
