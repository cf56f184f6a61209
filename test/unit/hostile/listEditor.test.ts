import type { CompletionItemLabel, Position, TextDocument } from 'vscode';
import { describe, expect, it } from 'vitest';
import { checkAssignments } from '../../../src/list/checkAssignments';
import type { CheckedList } from '../../../src/features/listEditor/checkedList';
import { completionItems } from '../../../src/features/listEditor/completionItems';
import { listDiagnostics } from '../../../src/features/listEditor/listDiagnostics';
import { listLenses } from '../../../src/features/listEditor/listLenses';
import { quickFixes } from '../../../src/features/listEditor/quickFixes';
import { expectInert, hostileRows } from '../../support/hostile';
import { hostileWorld } from '../../support/hostileWorld';

/** A document as far as the editor of lists asks: positions are not looked at here. */
function documentOf(text: string): TextDocument {
  return {
    uri: { toString: () => 'list' },
    getText: () => text,
    offsetAt: () => text.length,
    positionAt: (offset: number) => offset,
  } as unknown as TextDocument;
}

describe.each(hostileRows)('%s in a name', (_, text) => {
  const { network, scope } = hostileWorld(text);
  const open = (content: string): { document: TextDocument; list: CheckedList } => ({
    document: documentOf(content),
    list: { text: content, scope, network, sheet: checkAssignments(content, network), isReading: false },
  });
  const position = 0 as unknown as Position;

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
      `2,10.0.10.14\n${text.replaceAll(/\s+/g, ' ').slice(0, 150)},10.0.10.300\nnobody,10.0.10.15`,
    );
    const marks = listDiagnostics(document, list);
    expect(marks.length).toBeGreaterThan(0);
    for (const { message } of marks) expectInert(message);
    for (const { title } of quickFixes(document, marks[0]!.range, marks, list)) expectInert(title);
    const titles = listLenses(document, list).map(({ command }) => command?.title.replace(/^\$\([a-z-]+\) /, '') ?? '');
    for (const title of titles) expectInert(title);
  });
});
