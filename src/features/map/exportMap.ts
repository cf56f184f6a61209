import path from 'node:path';
import { l10n, workspace } from 'vscode';
import { createCells } from '../../map/cells';
import type { MapData } from '../../map/mapData';
import type { FromMap } from '../../map/messages';
import { layOut } from '../../map/scene';
import { sceneSvg } from '../../map/sceneSvg';
import { askSaveFile } from '../../ui/askSaveFile';
import { notify } from '../../ui/notify';
import { shownName } from '../../words/shownName';
import { mapTexts } from './mapTexts';

/** Asks for a file and writes a map into it as SVG, folded and as wide as it is on the screen. */
export async function exportMap(
  data: MapData,
  title: string,
  { columns, unfolded }: Extract<FromMap, { type: 'export' }>,
): Promise<void> {
  const name = `${data.cidr.replaceAll(/[^\w.]/g, '-')}.svg`;
  const target = await askSaveFile(l10n.t('Save as SVG'), name, { SVG: ['svg'] });
  if (!target) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(mapSvg(data, title, columns, unfolded)));
  void notify('info', l10n.t('Saved as {0}.', shownName(path.posix.basename(target.path))));
}

/** The picture of a map, in the user's words. */
function mapSvg(
  data: MapData,
  title: string,
  columns: Parameters<typeof layOut>[1]['columns'],
  unfolded: readonly number[],
): string {
  const cells = createCells(data);
  const { states } = mapTexts();
  return sceneSvg(cells, layOut(cells, { columns, unfolded: new Set(unfolded) }), {
    title,
    states,
    gap: ({ first, last }) =>
      l10n.t('{0} – {1} · {2} not seen in use', cells.address(first), cells.address(last), last - first + 1),
  });
}
