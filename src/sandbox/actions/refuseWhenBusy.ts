import type { InterfaceRecord } from '../state/records';
import { refuse } from '../wire/refuse';

/** An interface in SET or UNSET takes no other change. */
export function refuseWhenBusy(record: InterfaceRecord, acceptBusy: boolean): void {
  if (!acceptBusy && (record.status === 'SET' || record.status === 'UNSET'))
    throw refuse.busy(record.networkInterfaceNo);
}
