import { Position, type CompletionItemLabel, type TextDocument } from 'vscode';
import { describe, expect, it } from 'vitest';
import { checkAssignments } from '../../../src/list/checkAssignments';
import type { CheckedList } from '../../../src/features/listEditor/checkedList';
import { completionItems } from '../../../src/features/listEditor/completionItems';
import { listDiagnostics } from '../../../src/features/listEditor/listDiagnostics';
import { listLenses } from '../../../src/features/listEditor/listLenses';
import { quickFixes } from '../../../src/features/listEditor/quickFixes';
import { expectInert, hostileRows } from '../../support/hostile';
import { holderOf, hostileWorld } from '../../support/hostileWorld';
import { textPlaces } from '../../support/textPlaces';

/** A document as far as the editor of lists asks. */
function documentOf(text: string): TextDocument {
  return {
    uri: { toString: () => 'list' },
    getText: () => text,
    ...textPlaces(text),
  } as unknown as TextDocument;
}

describe.each(hostileRows)('%s in a name', (_, text) => {
  const world = hostileWorld(text);
  const { scope } = world;
  const network = world.network.withInterfaces([holderOf('10.0.10.20', text)]);
  const open = (content: string): { document: TextDocument; list: CheckedList } => ({
    document: documentOf(content),
    list: { text: content, scope, network, sheet: checkAssignments(content, network), isReading: false },
  });
  const position = new Position(0, 0);

  it('is harmless in what is offered while typing', () => {
    const { document, list } = open('');
    const items = completionItems(document, position, list)?.items ?? [];
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      const { label, description = '' } = item.label as CompletionItemLabel;
      for (const shown of [label, description, item.detail ?? '']) expectInert(shown);
    }
  });

  it('is harmless in marks, fixes and lenses', () => {
    // The text is the name of the interface, of the subnet and of who holds the address.
    const { document, list } = open(
      `2,10.0.10.14\n${text.replaceAll(/\s+/g, ' ').slice(0, 150)},10.0.10.300\nnobody,10.0.10.15\n2,10.0.10.20`,
    );
    const marks = listDiagnostics(document, list);
    expect(marks.length).toBeGreaterThan(0);
    for (const { message } of marks) expectInert(message);
    const fixes = marks.flatMap(({ range }) => quickFixes(document, range, marks, list));
    // With the name in it, who holds the address.
    expect(fixes).toContainEqual(expect.objectContaining({ title: expect.stringMatching(/^Take over /) as string }));
    for (const { title } of fixes) expectInert(title);
    const titles = listLenses(document, list).map(({ command }) => command?.title.replace(/^\$\([a-z-]+\) /, '') ?? '');
    for (const title of titles) expectInert(title);
  });
});
