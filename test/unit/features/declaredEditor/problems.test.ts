import { describe, it } from 'vitest';
import { Range, type CodeAction, type TextDocument } from 'vscode';
import { edited } from '../../../../src/declared/listEdits';
import { declared } from '../../../../src/declared/openDeclared';
import { declaredDiagnostics } from '../../../../src/features/declaredEditor/declaredDiagnostics';
import { declaredFixes } from '../../../../src/features/declaredEditor/declaredFixes';
import type { Network } from '../../../../src/model/network';
import { buildInterface } from '../../../support/buildNetwork';
import { checkedText, declaredDocument, declaredNetwork } from '../../../support/declaredText';
import { expectGolden } from '../../../support/goldenText';
import { inEachLanguage } from '../../../support/inEachLanguage';

/** Two interfaces more that have one name. */
const network = declaredNetwork.withInterfaces(
  ['705', '706'].map((networkInterfaceNo) =>
    buildInterface({ networkInterfaceNo, networkInterfaceName: 'twin', ip: `10.0.10.${networkInterfaceNo.slice(1)}` }),
  ),
);

/** What a file can say wrong, a rule each, and what the network does otherwise than it says. */
const files: readonly (readonly [string, string])[] = [
  ['the same address twice in a list', 'interfaces: { web-01: [10.0.10.50, 10.0.10.50] }'],
  ['the same address on two interfaces', 'interfaces: { web-01: [10.0.10.50], web-02: [10.0.10.50] }'],
  [
    'the same address declared and floating',
    'interfaces: { web-01: [10.0.10.50] }\nfloating: [{ address: 10.0.10.50, holders: [web-02] }]',
  ],
  ['the same name twice', 'interfaces: { web-01: [], web-01: [] }'],
  ['an interface that two names mean', 'interfaces: { web-01: [], web-01/eth0: [] }'],
  [
    'a floating address that is reserved',
    'floating: [{ address: 10.0.10.50, holders: [web-01] }]\nreserved: [{ address: 10.0.10.50, for: OPS-812 }]',
  ],
  ['a declared address that is reserved', 'interfaces: { web-01: [10.0.10.50] }\nreserved: [{ range: 10.0.10.48-60 }]'],
  ['holders in different subnets', 'floating: [{ address: 10.0.10.50, holders: [web-01, db-vip] }]'],
  [
    'a reservation that has expired',
    'reserved:\n  - { address: 10.0.10.30, until: 2026-11-26 }\n  - address: 10.0.10.31\n    until: 2026-11-25\n  - { address: 10.0.10.33, until: 2026-11-24 } # old\n  - { address: 10.0.10.32 }',
  ],
  ['a name that matches nothing', 'interfaces: { web-99/eth0: [10.0.10.50] }'],
  ['something else than a name', 'interfaces: { Jk3xMq0PzT8vLw2Rb7Yd: [10.0.10.50] }'],
  ['a name that matches several', 'interfaces: { twin: [10.0.10.50] }'],
  ['a holder that matches nothing', 'floating: [{ address: 10.0.10.50, holders: [web-99] }]'],
  ['more removals than are allowed', 'interfaces: { web-01: [10.0.10.20, 10.0.10.21] }\nmaxRemovals: 1'],
  ['both declared and released', 'interfaces: { web-01: [10.0.10.11] }\nreleased: [10.0.10.11]'],
  ['released in no subnet of the file', 'interfaces: { db-vip: [] }\nreleased: [10.0.10.20]'],
  ['a primary IP that is released', 'interfaces: { web-01: [] }\nreleased: [10.0.10.15]'],
  ['an address of another subnet', 'interfaces: { web-01: [10.0.20.30] }'],
  ['more than an interface can hold', 'interfaces: { web-02: [10.0.10.51, 10.0.10.52, 10.0.10.53] }'],
  ['a key that means nothing', 'interfaces: { web-01: { authoritive: true } }'],
  ['neither an address nor a range', 'reserved: [{ for: OPS-812 }]'],
  ['a profile that is not here', 'profile: nobody'],
  ['missing', 'interfaces: { web-01: [10.0.10.11, 10.0.10.12, 10.0.10.50] }'],
  ['held by another interface', 'interfaces: { web-01: [10.0.10.20] }'],
  ['held besides by an authoritative interface', 'interfaces: { web-02: { authoritative: true } }'],
  ['a floating address that nobody holds', 'floating: [{ address: 10.0.10.50, holders: [web-01] }]'],
  ['a floating address that another one holds', 'floating: [{ address: 10.0.10.20, holders: [web-01] }]'],
  ['held though it is to be released', 'interfaces: { web-02: [] }\nreleased: [10.0.10.22]'],
];

/** The marks of a file with their places, and what each quick fix makes of it. */
function told([title, body]: readonly [string, string], on: Network): string[] {
  const text = `version: 1\n${body}\n`;
  const checked = checkedText(text, on);
  const document = declaredDocument(text);
  const marks = declaredDiagnostics(document, checked);
  const at = ({ start, end }: Range): string => text.slice(document.offsetAt(start), document.offsetAt(end));
  const everywhere = new Range(document.positionAt(0), document.positionAt(text.length));
  const fixes = declaredFixes(declared, document, everywhere, marks, checked);
  return [
    `# ${title}`,
    ...marks.map((one) => `${one.severity} ${one.code as string} @ ${at(one.range)}: ${one.message}`),
    ...[...new Set(fixes.map((fix) => `  → ${fix.title}${fixed(fix, document)}`))],
    '',
  ];
}

function fixed({ edit }: CodeAction, document: TextDocument): string {
  const { replaced = [] } = (edit ?? {}) as { replaced?: { range: Range; text: string }[] };
  if (replaced.length === 0) return '';
  const edits = replaced.map(({ range, text: written }) => ({
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
    text: written,
  }));
  return ` ${JSON.stringify(edited(document.getText(), edits).slice('version: 1\n'.length))}`;
}

describe('what a file of secondary IPs says wrong', () => {
  it('is told with its rule, and with what mends it', async () => {
    const write = (): string[] => files.flatMap((file) => told(file, network));
    await expectGolden(import.meta.filename, 'problems.txt', await inEachLanguage(write));
  });
});
