import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { CellState } from '../../../src/map/mapData';
import { layOut } from '../../../src/map/scene';
import { sceneSvg } from '../../../src/map/sceneSvg';
import { buildCells } from '../../support/buildMap';
import { printable } from '../../../src/text/printable';
import { expectGolden } from '../../support/goldenText';
import { hostileRows } from '../../support/hostile';

const states: Record<CellState, string> = {
  primary: 'primary IP',
  secondary: 'secondary IP',
  changing: 'changing',
  reserved: 'reserved',
  declared: 'reserved in a file',
  unseen: 'not seen in use',
};
const draw = (title: string, name = 'web-01/eth0'): string => {
  const cells = buildCells('10.0.10.0/28', [{ ip: '10.0.10.6', networkInterfaceName: name }]);
  return sceneSvg(cells, layOut(cells, { columns: 16, unfolded: new Set() }), { title, states, gap: () => '' });
};

describe('a map as a picture', () => {
  it('has its title, its legend and every address', async () => {
    await expectGolden(import.meta.filename, 'map-28.svg', draw('web-pub · 10.0.10.0/28'));
  });

  it('draws a folded run as a line of text', () => {
    const cells = buildCells('10.0.8.0/22', [{ ip: '10.0.8.6' }]);
    const scene = layOut(cells, { columns: 64, unfolded: new Set() });
    expect(sceneSvg(cells, scene, { title: '', states, gap: ({ first }) => `from ${first} & on` })).toContain(
      '>from 64 &amp; on</text>',
    );
  });

  it.each(hostileRows)('shows %s as text', (_, text) => {
    const svg = draw(text, text);
    expect(svg).not.toMatch(/<(?!\/?(?:svg|rect|text|title|g)\b)/);
    const { svg: read } = new XMLParser({ trimValues: false, htmlEntities: true }).parse(svg) as {
      svg: { text: readonly unknown[] };
    };
    expect(read.text[0]).toBe(printable(text));
  });
});
