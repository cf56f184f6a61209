import type { Action, Call } from '../actions/action';
import type { WireParameters } from '../calls/encodeParameters';
import type { Logger } from '../logger';
import type { CallOptions } from '../ncloudApi';
import { listAnswer, type WireList } from '../schemas/listAnswer';
import { takeRows } from './takeRows';

/** A documented list action without pages. */
export interface UnpagedList<Row> {
  readonly name: string;
  readonly service: Action<unknown>['service'];
  readonly parameters: WireParameters;
  readonly subject: string;
  readonly list: WireList<Row>;
  readonly options: CallOptions | undefined;
}

/** All rows of a list action that knows no paging, in one call. */
export async function fetchList<Row>(call: Call, log: Logger, unpaged: UnpagedList<Row>): Promise<Row[]> {
  const { name, service, parameters, subject, list, options } = unpaged;
  const answer = listAnswer(list, 'rows');
  const { value } = await call({ name, service, isWrite: false, parameters, subject, answer }, options);
  const gap = { unreadable: value.unreadable, isCut: false, isUnsteady: false };
  return takeRows(name, { rows: [...value.rows], gap }, log, options);
}
