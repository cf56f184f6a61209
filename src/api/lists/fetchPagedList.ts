import type { Action, Call } from '../actions/action';
import { ApiError } from '../apiError';
import type { WireParameters } from '../calls/encodeParameters';
import { fetchAllRows } from './fetchAllRows';
import { limits } from '../limits';
import type { Logger } from '../logger';
import type { CallOptions } from '../ncloudApi';
import { listAnswer, type WireList } from '../schemas/listAnswer';
import { takeRows } from './takeRows';

/** A documented list action: its name, its parameters, and how its rows are read. */
export interface PagedList<Row> {
  readonly name: string;
  readonly service: Action<unknown>['service'];
  readonly regionCode: string;
  readonly filters: WireParameters;
  readonly list: WireList<Row>;
  readonly options: CallOptions | undefined;
}

/**
 * All rows of a list action that knows pageNo and pageSize, within {@link limits.listTimeoutMs}. A page that fails stops the
 * others.
 */
export async function fetchPagedList<Row>(call: Call, log: Logger, paged: PagedList<Row>): Promise<Row[]> {
  const { name, service, regionCode, filters, list, options } = paged;
  const answers = { first: listAnswer(list, 'rows'), later: listAnswer(list, 'list') };
  const isPart = Object.keys(filters).length > 0;
  const stop = new AbortController();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), limits.listTimeoutMs);
  const signal = AbortSignal.any([stop.signal, late.signal, ...(options?.signal ? [options.signal] : [])]);
  try {
    const read = await fetchAllRows({
      async fetchPage(pageNo, pageSize) {
        const parameters = { regionCode, ...filters, pageNo: String(pageNo), pageSize: String(pageSize) };
        const size = pageSize === limits.pageSize ? '' : `/${pageSize}`;
        const subject = `region=${regionCode}${pageNo > 1 ? ` page=${pageNo}${size}` : ''}`;
        const answer = pageNo === 1 ? answers.first : answers.later;
        const action = { name, service, isWrite: false, isPart, parameters, subject, answer };
        const { value } = await call(action, { signal });
        return value;
      },
      key: (row) => String(row[list.key]),
      onMore: () => options?.onMore?.(),
    });
    return takeRows(name, read, log, options);
  } catch (error) {
    if (!late.signal.aborted || options?.signal?.aborted) throw error;
    const apiMessage = `the list was not complete after ${limits.listTimeoutMs / 1_000} s`;
    throw new ApiError({ kind: 'timeout', layer: 'client', action: name, effect: 'none', apiMessage });
  } finally {
    clearTimeout(timer);
    // Looks of a round that was given up are wanted by nobody.
    stop.abort();
  }
}
