import { refuse } from '../wire/refuse';
import type { Action } from './action';
import { find } from './find';
import { interfaceView } from './interfaceView';

/** Removes an unattached interface at once; the answer shows it as it was last. */
export const deleteNetworkInterface: Action = {
  writes: true,
  required: ['networkInterfaceNo'],
  run(call) {
    const record = find.idleInterface(call);
    if (record.instanceNo !== undefined) throw refuse.attached(record.networkInterfaceNo);
    call.region.removeInterface(record.networkInterfaceNo);
    return { name: 'networkInterfaceList', rows: [interfaceView(record)] };
  },
};
