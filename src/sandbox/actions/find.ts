import type { InterfaceRecord, ServerRecord, SubnetRecord } from '../state/records';
import { refuse } from '../wire/refuse';
import type { Call } from './action';

/** What a change names in its parameters, or the refusal when it does not exist in the region. */
export const find = {
  interface({ params, region }: Call): InterfaceRecord {
    const no = params.need('networkInterfaceNo');
    const record = region.interface(no);
    if (!record) throw refuse.interfaceNotFound(no);
    return record;
  },

  /** The same, refused while a change of it is under way. */
  idleInterface(call: Call): InterfaceRecord {
    const record = find.interface(call);
    refuseWhenBusy(record, call.acceptBusy);
    return record;
  },

  server({ params, region }: Call): ServerRecord {
    const no = params.need('serverInstanceNo');
    const server = region.server(no);
    if (!server) throw refuse.invalid('serverInstanceNo', `server ${no} was not found.`);
    return server;
  },

  subnet({ region }: Call, subnetNo: string): SubnetRecord {
    const subnet = region.subnets.get(subnetNo);
    if (!subnet) throw refuse.invalid('subnetNo', `subnet ${subnetNo} was not found.`);
    return subnet;
  },
} as const;

/** An interface in SET or UNSET takes no other change. */
export function refuseWhenBusy(record: InterfaceRecord, acceptBusy: boolean): void {
  if (!acceptBusy && (record.status === 'SET' || record.status === 'UNSET'))
    throw refuse.busy(record.networkInterfaceNo);
}
