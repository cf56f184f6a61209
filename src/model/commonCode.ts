/** A coded value of the API. Only `code` is stable; `codeName` differs by language and age of the service. */
export interface CommonCode {
  readonly code: string;
  readonly codeName?: string;
}
