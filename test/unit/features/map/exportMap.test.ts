import { writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { Uri, window, workspace } from 'vscode';
import { exportMap } from '../../../../src/features/map/exportMap';
import { mapTexts } from '../../../../src/features/map/mapTexts';
import { toMap } from '../../../../src/map/messages';
import { buildMap } from '../../../support/buildMap';
import * as v from 'valibot';

const view = { type: 'export', columns: 16, unfolded: [] } as const;

describe('a map as a file', () => {
  const data = buildMap('10.0.8.0/22', [{ ip: '10.0.8.6' }]);

  it('is written as SVG, folded as on the screen', async () => {
    const file = path.join(os.tmpdir(), `map-${process.pid}.svg`);
    const ask = vi.fn(() => Promise.resolve(Uri.file(file)));
    Object.assign(window, { showSaveDialog: ask });
    Object.assign(workspace, { fs: { writeFile: ({ fsPath }: Uri, bytes: Uint8Array) => writeFile(fsPath, bytes) } });
    await exportMap(data, 'web-pub · 10.0.8.0/22', view);
    const svg = readFileSync(file, 'utf8');
    expect(svg).toContain('>web-pub · 10.0.8.0/22</text>');
    expect(svg).toContain('10.0.8.16 – 10.0.11.239 · 992 not seen in use');
    expect(ask).toHaveBeenCalledWith(expect.objectContaining({ filters: { SVG: ['svg'] } }));
  });

  it('is not written when nobody says where', async () => {
    const write = vi.fn();
    Object.assign(window, { showSaveDialog: () => Promise.resolve(undefined) });
    Object.assign(workspace, { fs: { writeFile: write } });
    await exportMap(data, '', view);
    expect(write).not.toHaveBeenCalled();
  });
});

describe('the words of the map', () => {
  it('are all that the page asks for, with the places that it fills in', () => {
    const key = { profileId: 'p', regionCode: 'KR', subnetNo: '1' };
    const open = { type: 'open', key, language: 'en', texts: mapTexts(), mode: 'map', canChange: true };
    expect(v.safeParse(toMap, open).success).toBe(true);
    expect(mapTexts().gap).toBe('{0} – {1} · {2} not seen in use');
  });
});
