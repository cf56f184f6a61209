import path from 'node:path';
import { l10n, workspace } from 'vscode';
import { createCells } from '../../map/cells';
import type { MapData } from '../../map/mapData';
import type { FromMap } from '../../map/messagesFromMap';
import { layOut } from '../../map/scene';
import { sceneSvg } from '../../map/sceneSvg';
import { askSaveFile } from '../../ui/askSaveFile';
import { notify } from '../../ui/notify';
import { shownName } from '../../words/shownName';
import { mapTexts } from './mapTexts';

/** Asks for a file and writes the picture of a map into it. */
export async function exportSvg(data: MapData, svg: string): Promise<void> {
  await saveAs(l10n.t('Save as SVG'), data, 'svg', new TextEncoder().encode(svg));
}

/** Asks for a file and writes a map into it as its page drew it: a PNG in base64. Without one, says that it could not. */
export async function exportPng(data: MapData, png: string | undefined): Promise<void> {
  if (png === undefined) {
    void notify('error', l10n.t('This map could not be drawn as a PNG. Save it as SVG instead.'));
    return;
  }
  await saveAs(l10n.t('Save as PNG'), data, 'png', Buffer.from(png, 'base64'));
}

async function saveAs(title: string, data: MapData, ending: 'svg' | 'png', bytes: Uint8Array): Promise<void> {
  const name = `${data.cidr.replaceAll(/[^\w.]/g, '-')}.${ending}`;
  const target = await askSaveFile(title, name, { [ending.toUpperCase()]: [ending] });
  if (!target) return;
  await workspace.fs.writeFile(target, bytes);
  void notify('info', l10n.t('Saved as {0}.', shownName(path.posix.basename(target.path))));
}

/** The picture of a map in the user's words, folded and as wide as it is on the screen. */
export function mapSvg(
  data: MapData,
  title: string,
  { columns, unfolded }: Pick<Extract<FromMap, { type: 'export' }>, 'columns' | 'unfolded'>,
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
