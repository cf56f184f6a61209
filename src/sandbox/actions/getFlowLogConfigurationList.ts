import type { Action } from './action';
import { flowLogView } from './flowLogView';

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
