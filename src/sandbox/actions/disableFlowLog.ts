import { unconfirmed } from '../unconfirmed';
import { refuse } from '../wire/refuse';
import type { Action } from './action';
import { find } from './find';
import { flowLogView } from './flowLogView';

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
