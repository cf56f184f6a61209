import { Range, type TextDocument } from 'vscode';
import { describe, expect, it } from 'vitest';
import { declared } from '../../../src/declared/openDeclared';
import type { CheckedFile } from '../../../src/features/declared/checkedFile';
import { declaredDiagnostics } from '../../../src/features/declaredEditor/declaredDiagnostics';
import { declaredFixes } from '../../../src/features/declaredEditor/declaredFixes';
import { declaredLenses } from '../../../src/features/declaredEditor/declaredLenses';
import { expectInert, hostileRows } from '../../support/hostile';
import { holderOf, hostileWorld } from '../../support/hostileWorld';
import { textPlaces } from '../../support/textPlaces';

/** A document as far as the editor of files asks. */
function documentOf(text: string): TextDocument {
  return {
    uri: { toString: () => 'file' },
    getText: () => text,
    ...textPlaces(text),
  } as unknown as TextDocument;
}

describe.each(hostileRows)('%s in a name', (_, text) => {
  const world = hostileWorld(text);
  const { scope } = world;
  const network = world.network.withInterfaces([holderOf('10.0.10.20', text)]);
  const name = JSON.stringify(text);
  const content = `{ "version": 1, "profile": ${name}, "interfaces": { "2": ["10.0.10.14", "10.0.10.15", "10.0.10.20"], ${name}: ["10.0.10.3"] },
    "reserved": [{ "address": "10.0.10.14", "for": ${name} }], ${name}: 1 }`;
  const read = (written: string): CheckedFile => {
    const { documents, problems } = declared.readDeclarations(written, '2026-11-27');
    const groups = documents.flatMap(({ declaration }) => {
      if (!declaration) return [];
      const reading = {
        network,
        readAt: 0,
        endedAt: 0,
        regions: [],
        gaps: [],
        settlingSince: new Map<string, number>(),
      };
      const state = { kind: 'loaded', last: reading } as const;
      return { declaration, scope, state, network, checked: declared.checkDeclaration(declaration, network) };
    });
    return { text: written, problems, groups };
  };

  it('is harmless in marks, fixes and lenses', () => {
    // With a key that means nothing, and without: then the file is compared with the network.
    const offered: string[] = [];
    for (const written of [content, content.replace(`, ${name}: 1 }`, '}')]) {
      const document = documentOf(written);
      const file = read(written);
      const marks = declaredDiagnostics(document, file);
      expect(marks.length).toBeGreaterThan(0);
      for (const { message } of marks) expectInert(message);
      const everywhere = new Range(document.positionAt(0), document.positionAt(written.length));
      offered.push(...declaredFixes(declared, document, everywhere, marks, file).map(({ title }) => title));
      const titles = declaredLenses(document, file).map(({ command }) => command?.title ?? '');
      for (const title of titles) expectInert(title.replace(/^\$\([a-z-]+\) /, ''));
    }
    // Two with the name in them, who holds the address.
    expect(offered).toContainEqual(expect.stringMatching(/^Take it from /));
    expect(offered).toContainEqual(expect.stringMatching(/^Accept what is live: /));
    for (const title of offered) expectInert(title);
  });
});
