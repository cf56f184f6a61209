/** A line of the picture: its name, and a value (ms) for each size. */
export interface Curve {
  readonly name: string;
  readonly points: readonly (readonly [interfaces: number, ms: number])[];
}

const size = { width: 720, height: 400, left: 80, right: 170, top: 20, bottom: 40 };
const colors = ['#1f77b4', '#d62728', '#2ca02c', '#9467bd', '#8c564b', '#e377c2', '#ff7f0e'];
const decades = { interfaces: [1_000, 10_000, 100_000], ms: [0.01, 0.1, 1, 10, 100, 1_000, 10_000] };

/** How costs grow with a region, both axes by powers of ten: a line that rises by one step for each step grows as the region does. */
export function curveSvg(curves: readonly Curve[]): string {
  const x = (interfaces: number): number =>
    size.left + (Math.log10(interfaces / 1_000) / 2) * (size.width - size.left - size.right);
  const y = (ms: number): number =>
    size.height - size.bottom - (Math.log10(Math.max(ms, 0.01) / 0.01) / 6) * (size.height - size.top - size.bottom);
  const text = (left: number, top: number, words: string, anchor = 'start'): string =>
    `<text x="${left.toFixed(0)}" y="${top.toFixed(0)}" text-anchor="${anchor}">${words}</text>`;
  const grid = [
    ...decades.interfaces.map(
      (at) =>
        `<path d="M${x(at).toFixed(1)} ${size.top}V${size.height - size.bottom}"/>${text(x(at), size.height - 18, at.toLocaleString('en'), 'middle')}`,
    ),
    ...decades.ms.map(
      (at) =>
        `<path d="M${size.left} ${y(at).toFixed(1)}H${size.width - size.right}"/>${text(size.left - 8, y(at) + 4, `${at.toLocaleString('en')} ms`, 'end')}`,
    ),
  ];
  const ends = curves.map(({ points }) => y(points.at(-1)?.[1] ?? 1));
  const names = spread(ends);
  const lines = curves.map(({ name, points }, at) => {
    const path = points.map(([interfaces, ms]) => `${x(interfaces).toFixed(1)} ${y(ms).toFixed(1)}`).join('L');
    const color = colors[at % colors.length] ?? '';
    return `<path d="M${path}" stroke="${color}" stroke-width="2"/><g fill="${color}">${text(size.width - size.right + 8, (names[at] ?? 0) + 4, name)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="Milliseconds by network interfaces">
<rect width="100%" height="100%" fill="#fff"/>
<g font-family="sans-serif" font-size="12" fill="none" stroke="#ddd">${grid.join('').replaceAll('<text', '<text fill="#555" stroke="none"')}</g>
<g font-family="sans-serif" font-size="12" fill="none">${lines.join('\n').replaceAll('<text', '<text stroke="none"')}</g>
</svg>
`;
}

/** Positions a line apart at least, in the order in which they were. */
function spread(positions: readonly number[], apart = 14): readonly number[] {
  const found = new Map<number, number>();
  let least = -Infinity;
  for (const [at, wanted] of [...positions.entries()].sort(([, a], [, b]) => a - b)) {
    const position = Math.max(wanted, least);
    found.set(at, position);
    least = position + apart;
  }
  return positions.map((wanted, at) => found.get(at) ?? wanted);
}
