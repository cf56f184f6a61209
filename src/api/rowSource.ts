import type { ListAnswer } from './schemas/listAnswer';

/** A list that is read page by page. */
export interface RowSource<Row> {
  /** Pages count from 1. The service may hand out fewer rows than `pageSize`. */
  fetchPage(pageNo: number, pageSize: number): Promise<ListAnswer<Row>>;
  /** What makes a row the same row when it shows up on two pages. */
  readonly key: (row: Row) => string;
}
