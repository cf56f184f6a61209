import type { GenericSchema } from 'valibot';
import type { Action, Call } from './action';
import type { WireParameters } from './encodeParameters';
import { fetchAllRows } from './fetchAllRows';
import { limits } from './limits';
import type { Logger } from './logger';
import type { CallOptions } from './ncloudApi';
import type { ListAnswer } from './schemas/listAnswer';

/** A documented list action: its name, its parameters, and how its rows are read. */
export interface PagedList<Row> {
  readonly name: string;
  readonly service: Action<unknown>['service'];
  readonly regionCode: string;
  readonly filters: WireParameters;
  readonly answer: GenericSchema<unknown, ListAnswer<Row>>;
  readonly key: (row: Row) => string;
  readonly options: CallOptions | undefined;
}

/** All rows of a list action that knows pageNo and pageSize. A page that fails stops the others. */
export async function fetchPagedList<Row>(call: Call, log: Logger, list: PagedList<Row>): Promise<Row[]> {
  const { name, service, regionCode, filters, answer, key, options } = list;
  const stop = new AbortController();
  const signal = AbortSignal.any(options?.signal ? [stop.signal, options.signal] : [stop.signal]);
  try {
    return await fetchAllRows({
      async fetchPage(pageNo) {
        const parameters = { regionCode, ...filters, pageNo: String(pageNo), pageSize: String(limits.pageSize) };
        const subject = `region=${regionCode}${pageNo > 1 ? ` page=${pageNo}` : ''}`;
        const { value } = await call({ name, service, isWrite: false, parameters, subject, answer }, { signal });
        return value;
      },
      key,
      warn: (message) => log.warn(`${name}: ${message}`),
    });
  } finally {
    stop.abort();
  }
}
