import { writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { Uri, window, workspace } from 'vscode';
import { exportPng, exportSvg, mapSvg } from '../../../../src/features/map/exportMap';
import { mapTexts } from '../../../../src/features/map/mapTexts';
import { toMap } from '../../../../src/map/messages';
import { fromMap, mostPng } from '../../../../src/map/messagesFromMap';
import { buildMap } from '../../../support/buildMap';
import * as v from 'valibot';

const view = { columns: 16, unfolded: [] } as const;

describe('a map as a file', () => {
  const data = buildMap('10.0.8.0/22', [{ ip: '10.0.8.6' }]);

  it('is written as SVG, folded as on the screen', async () => {
    const file = path.join(os.tmpdir(), `map-${process.pid}.svg`);
    const ask = vi.fn(() => Promise.resolve(Uri.file(file)));
    Object.assign(window, { showSaveDialog: ask });
    Object.assign(workspace, { fs: { writeFile: ({ fsPath }: Uri, bytes: Uint8Array) => writeFile(fsPath, bytes) } });
    await exportSvg(data, mapSvg(data, 'web-pub · 10.0.8.0/22', view));
    const svg = readFileSync(file, 'utf8');
    expect(svg).toContain('>web-pub · 10.0.8.0/22</text>');
    expect(svg).toContain('10.0.8.16 – 10.0.11.239 · 992 not seen in use');
    expect(ask).toHaveBeenCalledWith(expect.objectContaining({ filters: { SVG: ['svg'] } }));
  });

  it('is written as the PNG that its page drew', async () => {
    const write = vi.fn();
    Object.assign(window, { showSaveDialog: () => Promise.resolve(Uri.file('/tmp/map.png')) });
    Object.assign(workspace, { fs: { writeFile: write } });
    await exportPng(data, 'iVBORw0KGgoAAAA=');
    expect([...(write.mock.lastCall?.[1] as Uint8Array)].slice(0, 4)).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });

  it.each(['', 'iVBORw0KGg', 'R0lGODlhAQABAAAAACw=', 'iVBORw0KGgo=<script>'])(
    'is taken from no other picture: %s',
    (png) => {
      expect(v.safeParse(fromMap, { type: 'png', png }).success).toBe(false);
    },
  );

  it('is not taken when it is larger than any map is', () => {
    const png = `iVBORw0KGgoA${'A'.repeat(mostPng)}`;
    expect(v.safeParse(fromMap, { type: 'png', png }).success).toBe(false);
    expect(v.safeParse(fromMap, { type: 'png', png: png.slice(0, mostPng) }).success).toBe(true);
  });

  it('is not written when nobody says where', async () => {
    const write = vi.fn();
    Object.assign(window, { showSaveDialog: () => Promise.resolve(undefined) });
    Object.assign(workspace, { fs: { writeFile: write } });
    await exportPng(data, '');
    expect(write).not.toHaveBeenCalled();
  });
});

describe('the words of the map', () => {
  it('are all that the page asks for, with the places that it fills in', () => {
    const key = { profileId: 'p', regionCode: 'KR', subnetNo: '1' };
    const open = {
      type: 'open',
      key,
      language: 'en',
      texts: mapTexts(),
      mode: 'map',
      colour: 'state',
      canChange: true,
    };
    expect(v.safeParse(toMap, open).success).toBe(true);
    expect(mapTexts().gap).toBe('{0} – {1} · {2} not seen in use');
  });
});
