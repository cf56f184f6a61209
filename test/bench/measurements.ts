import { createNetwork } from '../../src/model/network';
import { planChange } from '../../src/plan/planChange';
import { createAddressIndex } from '../../src/search/addressIndex';
import { findingsOf } from '../../src/model/findings';
import { createTextFilter } from '../../src/model/textFilter';
import type { TreeNode } from '../../src/tree/node';
import { drawRegion } from '../../src/tree/drawRegion';
import { regionContent } from '../../src/tree/regionContent';
import { buildProfile } from '../support/buildProfile';
import { largeParts } from './largeParts';

/** Draws rows as the view does when everything but the addresses is open. */
function openRows(nodes: readonly TreeNode[]): number {
  return nodes.reduce((count, node) => {
    node.item();
    const children = node.subject.kind === 'interface' ? [] : node.children();
    return count + 1 + openRows(children);
  }, 0);
}

/** What is measured: a name and the work. */
export function measurements(): [string, () => unknown][] {
  const parts = largeParts();
  const network = createNetwork(parts);
  const profile = { id: 'p1', name: 'production' };
  const index = createAddressIndex([{ profile, network }]);
  const [first] = network.interfaces;
  const items = [
    { kind: 'assign' as const, networkInterfaceNo: first?.networkInterfaceNo ?? '', secondaryIps: [], propose: 2 },
  ];
  const scope = { profile: buildProfile(profile), regionCode: 'KR' };
  const last = { network, regions: [], gaps: [], readAt: 0, endedAt: 0, settlingSince: new Map<string, number>() };
  const filter = createTextFilter();
  const drawn = (text: string): unknown => {
    const found = filter(network, text, profile.name);
    const wanted = { display: { groupBy: 'subnet' as const, filters: [], text }, found };
    return openRows(
      regionContent(
        drawRegion(scope, { kind: 'loaded', last }, wanted, { busy: new Map(), fresh: new Map() }),
        undefined,
      ),
    );
  };
  let turn = 0;
  const keystrokes = ['1', '10.2.', '10.2.4.117', '10.99.1.1', 'f2:20:00:1', 'web-77', '서버', '서버-9999', 'nothing'];
  return [
    ...keystrokes.map((text): [string, () => unknown] => [`find "${text}"`, () => index.find(text)]),
    ['text filter, network changed', () => createTextFilter()(network, 'web-77', profile.name)],
    // Other texts in turn: the answer to the one before is kept.
    ['text filter, a keystroke', () => filter(network, ['web-7', 'web-77'][turn++ % 2] ?? '', profile.name)],
    ['tree filtered by "web-777", all rows open', () => drawn(['web-777', 'web-7777'][turn++ % 2] ?? '')],
    ['tree filtered by "web", all rows open', () => drawn(['web', 'eb-'][turn++ % 2] ?? '')],
    ['findings', () => findingsOf(network, new Map(), 0)],
    ['place of 10.2.4.250', () => index.placeOf('10.2.4.250')],
    ['index, network changed', () => createAddressIndex([{ profile, network }])],
    ['index, nothing changed', () => createAddressIndex([{ profile, network }], index)],
    ['createNetwork', () => createNetwork(parts)],
    ['plan: propose 2', () => planChange({ items }, network)],
    ['one interface read again', () => network.withInterfaces(first ? [first] : [])],
  ];
}
