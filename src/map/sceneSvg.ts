import { printable } from '../text/printable';
import type { Cells } from './cells';
import { cellLetters, cellStates, type CellState } from './mapData';
import type { Scene, SceneRow } from './scene';

/** The words of a picture; what comes from an account may hold anything. */
export interface SvgTexts {
  readonly title: string;
  readonly states: Readonly<Record<CellState, string>>;
  /** Of a folded run: `10.0.34.0 – 10.0.61.255 · 7,168 not seen in use`. */
  gap(row: SceneRow): string;
}

const [side, high, gutter, left, top, legend] = [36, 24, 4, 108, 84, 136];

/** Where things are in a picture, in pixels. */
const place = {
  side,
  high,
  /** Of an entry of the legend. */
  left: (entry: number) => 16 + entry * legend,
  /** Of a cell in its row. */
  column: (column: number) => left + column * (side + gutter),
  /** Of a row. */
  top: (row: number) => top + row * (high + gutter),
} as const;

/** How large the picture of a scene is: the legend always has room. */
function pictureSize({ rows, columns }: Scene): { readonly width: number; readonly height: number } {
  const width = Math.max(place.column(columns), place.left(cellStates.length)) + 20;
  return { width, height: place.top(rows.length) + 16 };
}

/** Fill, line and text of each state, to be read on white, in print and by those who see no red. */
const looks: Readonly<Record<CellState, readonly [fill: string, line: string, text: string]>> = {
  primary: ['#1a5fb4', '#1a5fb4', '#ffffff'],
  secondary: ['#cfe3fb', '#1a5fb4', '#0b2f5e'],
  changing: ['#fff3cf', '#8a5a00', '#5c3c00'],
  reserved: ['#e6e6e6', '#8a8a8a', '#555555'],
  declared: ['#e9f5e6', '#3c7a2a', '#1f4a12'],
  unseen: ['#ffffff', '#c9c9c9', '#767676'],
};

/** The corners: a square, a pill, an octagon of a sort. */
const corners: Readonly<Record<CellState, number>> = {
  primary: 2,
  secondary: 12,
  changing: 6,
  reserved: 0,
  declared: 9,
  unseen: 4,
};

/** A map as a picture that stands for itself: legend, rows as they are laid out, a title for each address that is held. */
export function sceneSvg(cells: Cells, scene: Scene, texts: SvgTexts): string {
  const { width, height } = pictureSize(scene);
  const font = 'font-family="system-ui, sans-serif"';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ${font} font-size="11">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="16" y="28" font-size="16" font-weight="600" fill="#1f1f1f">${escaped(texts.title)}</text>`,
    ...cellStates.map((state, at) => legendSvg(cells, state, texts, place.left(at))),
    ...scene.rows.map((row, at) => rowSvg(cells, row, texts, place.top(at))),
    '</svg>',
    '',
  ].join('\n');
}

function legendSvg({ counts }: Cells, state: CellState, { states }: SvgTexts, x: number): string {
  const text = `${states[state]} ${counts[state]}`;
  return `<g>${box(state, cellLetters[state], { x, y: 44, width: 20, height: 20 })}<text x="${x + 28}" y="58" fill="#1f1f1f">${escaped(text)}</text></g>`;
}

function rowSvg(cells: Cells, row: SceneRow, texts: SvgTexts, y: number): string {
  const base = y + place.high / 2 + 4;
  if (row.kind === 'gap')
    return `<text x="${place.column(0)}" y="${base}" fill="#767676">${escaped(texts.gap(row))}</text>`;
  const label = `<text x="16" y="${base}" fill="#555555">${cells.address(row.first)}</text>`;
  const boxes = Array.from({ length: row.last - row.first + 1 }, (_, column) => {
    const offset = row.first + column;
    const state = cells.state(offset);
    const holder = cells.holder(offset);
    const title = holder ? `<title>${escaped(`${cells.address(offset)} · ${holder.title}`)}</title>` : '';
    const text = `${cells.address(offset).split('.')[3]}${cellLetters[state]}`;
    const at = { x: place.column(column), y, width: place.side, height: place.high };
    return `<g>${title}${box(state, text, at)}</g>`;
  });
  return [label, ...boxes].join('\n');
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function box(state: CellState, text: string, { x, y, width, height }: Rectangle): string {
  const [fill, line, ink] = looks[state];
  const dashes = state === 'changing' ? ' stroke-dasharray="3 2"' : '';
  const shape = `<rect x="${x}.5" y="${y}.5" width="${width - 1}" height="${height - 1}" rx="${corners[state]}" fill="${fill}" stroke="${line}"${dashes}/>`;
  return `${shape}<text x="${x + width / 2}" y="${y + height / 2 + 4}" text-anchor="middle" fill="${ink}">${text}</text>`;
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** Text in XML, which knows no control characters. */
function escaped(text: string): string {
  return printable(text).replaceAll(/[&<>"]/g, (character) => entities.get(character) ?? '');
}
