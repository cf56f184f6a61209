import { describe, expect, it } from 'vitest';
import { historyItem } from '../../../src/tree/historyItem';
import { hoverOf } from '../../../src/tree/nodeItem';
import { buildEntry } from '../../support/buildEntry';

describe('the row of a change that an assistant asked for', () => {
  const entry = buildEntry({ origin: { kind: 'assistant', host: 'Editor', planDigest: 'd' } });
  const item = historyItem({ kind: 'entry', entryId: entry.id, entry });

  it('says so, to readers of the screen too', () => {
    expect(item.description).toContain('asked by an assistant · applied · ');
    expect(item.accessibilityInformation?.label).toContain('asked by an assistant');
    expect(hoverOf(item)).toContain('asked by an assistant in Editor');
    const own = historyItem({ kind: 'entry', entryId: 'e', entry: buildEntry() });
    expect(own.description).not.toContain('asked by');
    expect(hoverOf(own)).not.toContain('asked by');
  });
});
