import type * as v from 'valibot';

/** An issue by its field and our own words for it, nothing of what was received: `networkInterfaceList.0.ip is missing`. */
export function describeIssue({ path, message }: v.BaseIssue<unknown>): string {
  const where = path?.map((item) => String(item.key)).join('.') ?? 'answer';
  return `${where} ${message}`;
}
