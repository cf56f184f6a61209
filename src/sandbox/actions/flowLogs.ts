import type { InterfaceRecord } from '../state/records';
import { unconfirmed } from '../unconfirmed';
import { refuse } from '../wire/refuse';
import type { Action } from './action';
import { find } from './find';

/** The flow log of an interface as answers show it: no row when there is none. */
function flowLogView({ networkInterfaceNo, flowLog }: InterfaceRecord): object[] {
  return flowLog ? [{ networkInterfaceNo, ...flowLog }] : [];
}

const actionTypes: ReadonlyMap<string, string> = new Map([
  ['ALLOW', 'Allow'],
  ['DENY', 'Deny'],
  ['ALL', 'All'],
]);

/** Begins to collect a flow log of one interface; its status stays as it is. */
export const enableFlowLog: Action = {
  writes: true,
  required: ['networkInterfaceNo', 'collectActionTypeCode', 'storageBucketName'],
  run(call) {
    const { params, region } = call;
    const target = find.idleInterface(call);
    const code = params.need('collectActionTypeCode');
    const codeName = actionTypes.get(code);
    if (codeName === undefined) throw refuse.invalid('collectActionTypeCode', 'use ALLOW, DENY or ALL.');
    if ((params.text('storageTypeCode') ?? 'OBJT') !== 'OBJT') throw refuse.invalid('storageTypeCode', 'use OBJT.');
    if (target.flowLog && unconfirmed.flowLogRefusesRepeat) {
      throw refuse.invalid('networkInterfaceNo', 'its flow log is enabled already.');
    }
    const { least, most } = unconfirmed.flowLogMinutes;
    const flowLog = {
      collectActionType: { code, codeName },
      collectIntervalMinute: params.integer('collectIntervalMinute', least, most) ?? 15,
      storageType: { code: 'OBJT', codeName: 'Object Storage' },
      storageBucketName: params.need('storageBucketName'),
      storageBucketDirectoryName: params.text('storageBucketDirectoryName') ?? 'VPC_FLOW_LOG',
    };
    return { name: 'flowLogConfigurationList', rows: flowLogView(region.putInterface({ ...target, flowLog })) };
  },
};

/** Ends the flow log of one interface; the answer shows it as it was last. */
export const disableFlowLog: Action = {
  writes: true,
  required: ['networkInterfaceNo'],
  run(call) {
    const target = find.idleInterface(call);
    const { flowLog, ...rest } = target;
    if (!flowLog && unconfirmed.flowLogRefusesRepeat) {
      throw refuse.invalid('networkInterfaceNo', 'its flow log is not enabled.');
    }
    call.region.putInterface(rest);
    return { name: 'flowLogConfigurationList', rows: flowLogView(target) };
  },
};

/** The flow logs that are collected, of all interfaces or of those named; this list has no paging. */
export const getFlowLogConfigurationList: Action = {
  writes: false,
  required: [],
  run({ params, region }) {
    const wanted = params.list('networkInterfaceNoList');
    const interfaces = region
      .interfaces()
      .filter((row) => wanted.length === 0 || wanted.includes(row.networkInterfaceNo));
    return { name: 'flowLogConfigurationList', rows: interfaces.flatMap(flowLogView) };
  },
};
