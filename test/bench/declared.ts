import { createNetwork } from '../../src/model/network';
import { declared } from '../../src/declared/openDeclared';
import { completionPlace } from '../../src/declared/completionPlace';
import { declaredDiagnostics } from '../../src/features/declaredEditor/declaredDiagnostics';
import { createDeclaredEditor } from '../../src/features/declaredEditor/createDeclaredEditor';
import { declaredLenses } from '../../src/features/declaredEditor/declaredLenses';
import type { NetworkState } from '../../src/session/networkState';
import { checkedText, declaredDocument, declaredScope } from '../support/declaredText';
import { textHost } from '../support/textHost';
import { largeParts } from './largeParts';

const network = createNetwork(largeParts());
const holding = network.interfaces.filter((one) => one.secondaryIpList.length > 0);
const text = declared.writeDeclaration(holding.slice(0, 1_000), network, { profile: 'production', region: 'KR' });

/** What the last key costs in a file of 2,000 addresses on a network of 10,000 interfaces: a name and the work. */
export function declaredMeasurements(): [string, () => unknown][] {
  const document = declaredDocument(text);
  const file = checkedText(text, network);
  return [
    ['read', () => declared.readDeclarations(text, '2026-11-27')],
    ['read and compare', () => checkedText(text, network)],
    ['read, compare, marks', () => declaredDiagnostics(document, checkedText(text, network))],
    ['lenses', () => declaredLenses(document, file)],
    ['completion: where', () => completionPlace(text, text.length - 3)],
  ];
}

/** From the last key to its marks (ms, ascending), with the rest before: the editor as VS Code runs it, over many keys. */
export async function lastKeyTimes(keys: number): Promise<number[]> {
  const host = textHost('ncloud-ip-yaml', text);
  const event = (): { dispose(): void } => ({ dispose: () => undefined });
  const { profile } = declaredScope;
  const last = { network, regions: [], gaps: [], readAt: 0, endedAt: 0, settlingSince: new Map<string, number>() };
  const state: NetworkState = { kind: 'loaded', last };
  const editor = createDeclaredEditor(
    {
      profiles: { active: () => profile, all: () => [profile], onDidChange: event },
      networks: { state: () => state, onDidChange: event },
      reservations: { set: () => undefined, reservedIn: () => new Map() },
      history: { list: () => Promise.resolve([]) },
      groupNames: { get: () => [] },
      readers: { regions: () => Promise.resolve([]) },
      clock: { now: () => Date.now() },
    },
    declared,
  );
  const marked = (): Promise<void> => new Promise((resolve) => void host.onDidMark(resolve));
  await marked();
  const times: number[] = [];
  for (let key = 0; key < keys; key++) {
    const begun = performance.now();
    host.type('#');
    await marked();
    times.push(performance.now() - begun);
  }
  editor.dispose();
  return times.sort((a, b) => a - b);
}
