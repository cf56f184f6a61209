import type { Action } from './action';

/** One server, or an empty list. */
export const getServerInstanceDetail: Action = {
  writes: false,
  required: ['serverInstanceNo'],
  run({ params, region }) {
    const no = params.need('serverInstanceNo');
    return { name: 'serverInstanceList', rows: region.serverList().filter((row) => row.serverInstanceNo === no) };
  },
};
