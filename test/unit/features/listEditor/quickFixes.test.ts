import { Range, type TextDocument } from 'vscode';
import { describe, expect, it } from 'vitest';
import { listDiagnostics } from '../../../../src/features/listEditor/listDiagnostics';
import { quickFixes } from '../../../../src/features/listEditor/quickFixes';
import { checkAssignments } from '../../../../src/list/checkAssignments';
import { buildInterface, buildNetwork } from '../../../support/buildNetwork';
import { buildScope } from '../../../support/buildProfile';
import { textPlaces } from '../../../support/textPlaces';

const network = buildNetwork({
  interfaces: [
    buildInterface({ networkInterfaceName: 'web-nic' }),
    buildInterface({
      networkInterfaceNo: '701237',
      networkInterfaceName: 'db-nic',
      ip: '10.0.10.15',
      secondaryIpList: ['10.0.10.20'],
    }),
  ],
});

/** Two lines with something wrong, and the fixes offered where the cursor stands in one of them. */
function fixesAt(line: number, character: number) {
  const text = 'web-nic,10.0.10.20\nweb-nic,10.0.11.1\n';
  const document = { uri: { toString: () => 'list' }, getText: () => text, ...textPlaces(text) };
  const list = { text, scope: buildScope({}), network, sheet: checkAssignments(text, network), isReading: false };
  const marks = listDiagnostics(document as unknown as TextDocument, list);
  const fixes = quickFixes(
    document as unknown as TextDocument,
    new Range(line, character, line, character),
    marks,
    list,
  );
  return fixes.map(({ title, diagnostics = [] }) => [title, ...diagnostics.map(({ code }) => code)]);
}

describe('the ways out of a list', () => {
  it('are those of the problem where the cursor stands, each for its own mark alone', () => {
    expect(fixesAt(0, 10)).toEqual([
      ['Take over 10.0.10.20: db-nic loses it', 'heldByOther'],
      ['Use 10.0.10.6 (not seen in use)', 'heldByOther'],
    ]);
    expect(fixesAt(1, 10)).toEqual([['Use 10.0.10.6 (not seen in use)', 'outside']]);
  });

  it('are there right behind the last character too, and not before the first', () => {
    expect(fixesAt(1, 'web-nic,10.0.11.1'.length)).toHaveLength(1);
    expect(fixesAt(1, 'web-nic'.length)).toEqual([]);
  });
});
