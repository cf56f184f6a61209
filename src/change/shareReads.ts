import { ApiError, isApiError } from '../api/apiError';
import type { NetworkInterface } from '../model/networkInterface';
import type { ReadDeps } from './applyDeps';

type ReadList = ReadDeps['api']['getNetworkInterfaceList'];
type ListQuery = Parameters<ReadList>[0];

/** Somebody who waits for a reading of some interfaces of one region. */
interface Asker {
  readonly query: ListQuery;
  readonly resolve: (rows: NetworkInterface[] | PromiseLike<NetworkInterface[]>) => void;
  readonly reject: (error: unknown) => void;
}

/** Of one call. How many the service takes is not documented; those of a form that fits any gateway's limits. */
const mostNumbers = 50;
/** After a reading (ms), for others to be wanted, and how many of them fit between two looks at one interface at least. */
const pause = { ms: 250, perLook: 4 };

/**
 * Makes the readings that are wanted at about the same time as one (networkInterfaceNoList.N), so that following many changes
 * takes hardly more calls than following one. The first is made at once, those wanted meanwhile and just after it together,
 * however fast the service answers; every reading starts after it was asked for. Where one of the interfaces may be what a shared
 * call failed of, each is read alone.
 */
export function shareReads<Deps extends Pick<ReadDeps, 'api' | 'clock' | 'settle'>>(deps: Deps): Deps {
  const { api, clock, settle } = deps;
  let waiting: Asker[] = [];
  let isReading = false;

  async function readWaiting(): Promise<void> {
    if (isReading) return;
    isReading = true;
    while (waiting.length > 0) {
      const together = takeFitting(waiting);
      waiting = waiting.filter((one) => !together.includes(one));
      await readTogether(together);
      await clock.sleep(Math.min(pause.ms, settle.everyMs / pause.perLook));
    }
    isReading = false;
  }

  async function readTogether(askers: readonly Asker[]): Promise<void> {
    const [first] = askers;
    if (!first) return;
    const numbers = new Set(askers.flatMap(({ query }) => query.networkInterfaceNoList ?? []));
    try {
      const rows = await api.getNetworkInterfaceList({ ...first.query, networkInterfaceNoList: [...numbers] });
      for (const one of askers) one.resolve(rows.filter((row) => isAsked(row, one)));
    } catch (error) {
      const mayBeOne = askers.length > 1 && isApiError(error, 'unreadable', 'refused', 'invalidRequest');
      for (const one of askers) {
        if (mayBeOne) one.resolve(api.getNetworkInterfaceList(one.query));
        else one.reject(error);
      }
    }
  }

  const getNetworkInterfaceList: ReadList = async (query, { signal } = {}) => {
    const { promise, resolve, reject } = Promise.withResolvers<NetworkInterface[]>();
    const asker = { query, resolve, reject };
    const leave = (): void => {
      waiting = waiting.filter((one) => one !== asker);
      reject(cancelled());
    };
    if (signal?.aborted) throw cancelled();
    signal?.addEventListener('abort', leave, { once: true });
    waiting.push(asker);
    void readWaiting();
    return promise.finally(() => signal?.removeEventListener('abort', leave));
  };
  return { ...deps, api: { ...api, getNetworkInterfaceList } };
}

/** The first, and those of its region that fit into one call with it. */
function takeFitting(askers: readonly Asker[]): readonly Asker[] {
  let left = mostNumbers;
  return askers.filter(({ query }, at) => {
    left -= query.networkInterfaceNoList?.length ?? 0;
    return at === 0 || (left >= 0 && query.regionCode === askers[0]?.query.regionCode);
  });
}

function isAsked({ networkInterfaceNo }: NetworkInterface, { query }: Asker): boolean {
  return query.networkInterfaceNoList?.includes(networkInterfaceNo) ?? true;
}

function cancelled(): ApiError {
  return new ApiError({ kind: 'cancelled', layer: 'client', action: 'getNetworkInterfaceList', effect: 'none' });
}
