import { createNetwork, type Network } from '../../src/model/network';
import { createAddressIndex } from '../../src/search/addressIndex';
import type { NetworkState } from '../../src/session/networkState';
import { ShownRegions } from '../../src/tree/shownRegions';
import type { TreeNode } from '../../src/tree/node';
import { buildProfile } from '../support/buildProfile';
import { largeParts } from './largeParts';

/** Milliseconds of each run, sorted, measured by who calls. */
export type Time = (run: () => unknown) => readonly number[];

interface Row {
  readonly what: string;
  readonly interfaces: number;
  /** Medians, and the worst of all changes: nothing of it waits, so that is how long the extension host is held up. */
  readonly wholeMs: number;
  readonly changedMs: number;
  readonly longestMs: number;
}

const scope = { profile: buildProfile({ id: 'p1', name: 'production' }), regionCode: 'KR' };

/** One interface of many gets or loses an address: what that costs beside making everything anew. */
export function redrawRows(time: Time): readonly Row[] {
  return [8, 80].flatMap((subnets) => {
    const parts = largeParts(subnets);
    const interfaces = parts.interfaces.length;
    const first = createNetwork(parts);
    const { profile } = scope;
    let index = createAddressIndex([{ profile, network: first }]);
    const [one] = first.interfaces.slice(interfaces >> 1);
    if (!one) throw new Error('No interface');
    const withAddresses = (...held: string[]): Network => first.withInterfaces([{ ...one, secondaryIpList: held }]);
    // In turn, for what is as before costs nothing; a row shows how many there are, of this one two at first.
    const [odd, even] = [withAddresses('10.250.0.1'), withAddresses('10.250.0.1', '10.250.0.2', '10.250.0.3')];
    let turn = 0;
    const next = (): Network => (turn++ % 2 === 0 ? odd : even);
    const view = openView(first);
    const rows: readonly (readonly [what: string, whole: () => unknown, changed: () => unknown])[] = [
      ['network', () => createNetwork(parts), () => withAddresses('10.250.0.1')],
      [
        'index',
        () => createAddressIndex([{ profile, network: first }]),
        () => createAddressIndex([{ profile, network: next() }], index),
      ],
      ['tree, all subnets open', () => view.drawAll(), () => view.change(next())],
      [
        'all of it in one go',
        () => {
          createAddressIndex([{ profile, network: createNetwork(parts) }]);
          view.drawAll();
        },
        () => {
          const network = next();
          index = createAddressIndex([{ profile, network }], index);
          view.change(network);
        },
      ],
    ];
    return rows.map(([what, whole, changed]) => {
      const changes = time(changed);
      const longestMs = changes.at(-1) ?? 0;
      return { what, interfaces, wholeMs: median(time(whole)), changedMs: median(changes), longestMs };
    });
  });
}

const median = (sorted: readonly number[]): number => sorted[sorted.length >> 1] ?? 0;

/** The Network view with every subnet open and every row drawn. */
function openView(network: Network) {
  let state = stateOf(network);
  const none = new Map<string, never>();
  const regions = new ShownRegions({
    networks: { state: () => state, preview: () => undefined, busy: () => none },
    displays: { get: () => ({ groupBy: 'subnet', filters: [] }) },
    keyEnds: { get: () => undefined },
    fresh: { of: () => none },
  });
  const draw = (nodes: readonly TreeNode[]): void => {
    for (const node of nodes) {
      regions.item(node);
      if (node.subject.kind !== 'interface') draw(regions.children(node));
    }
  };
  const drawAll = (): void => {
    regions.clear();
    draw(regions.roots([scope]));
  };
  drawAll();
  return {
    drawAll,
    /** Which rows are other, and those alone drawn. */
    change(next: Network) {
      state = stateOf(next);
      const changed = regions.changed();
      if (changed?.length !== 1) throw new Error('Not one row');
      for (const node of changed) {
        regions.item(node);
        if (node.subject.kind === 'subnet') for (const child of regions.children(node)) regions.item(child);
      }
    },
  };
}

function stateOf(network: Network): NetworkState {
  return { kind: 'loaded', last: { network, regions: [], gaps: [], readAt: 0, endedAt: 0, settlingSince: new Map() } };
}
