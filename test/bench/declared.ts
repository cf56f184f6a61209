import { createNetwork } from '../../src/model/network';
import { declared } from '../../src/declared/openDeclared';
import { completionPlace } from '../../src/declared/completionPlace';
import { declaredDiagnostics } from '../../src/features/declaredEditor/declaredDiagnostics';
import { declaredLenses } from '../../src/features/declaredEditor/declaredLenses';
import { checkedText, declaredDocument } from '../support/declaredText';
import { largeParts } from './largeParts';

/** What the last key costs in a file of 2,000 addresses on a network of 10,000 interfaces: a name and the work. */
export function declaredMeasurements(): [string, () => unknown][] {
  const network = createNetwork(largeParts());
  const holding = network.interfaces.filter((one) => one.secondaryIpList.length > 0);
  const text = declared.writeDeclaration(holding.slice(0, 1_000), network, { profile: 'production', region: 'KR' });
  const document = lineDocument(text);
  const file = checkedText(text, network);
  return [
    ['read', () => declared.readDeclarations(text, '2026-11-27')],
    ['read and compare', () => checkedText(text, network)],
    ['read, compare, marks', () => declaredDiagnostics(document, checkedText(text, network))],
    ['lenses', () => declaredLenses(document, file)],
    ['completion: where', () => completionPlace(text, text.length - 3)],
  ];
}

/** Places by line are not looked for anew each time, as in VS Code. */
function lineDocument(text: string): ReturnType<typeof declaredDocument> {
  return { ...declaredDocument(text), positionAt: (offset: number) => ({ line: 0, offset }) } as never;
}
