import { unconfirmed } from '../unconfirmed';
import { refuse } from '../wire/refuse';
import type { Action } from './action';
import { find } from './find';
import { flowLogView } from './flowLogView';

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
