import type { Action } from './action';
import { interfaceView } from './interfaceView';

/** One interface, or an empty list with HTTP 200 when there is none (any more). */
export const getNetworkInterfaceDetail: Action = {
  writes: false,
  required: ['networkInterfaceNo'],
  run({ params, region }) {
    const record = region.interface(params.need('networkInterfaceNo'));
    return { name: 'networkInterfaceList', rows: record ? [interfaceView(record)] : [] };
  },
};
