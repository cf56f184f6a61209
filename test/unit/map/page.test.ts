import fs from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { describeHolder } from '../../../src/features/map/mapTexts';
import { cellLetters, mostAddresses } from '../../../src/map/mapData';
import { toMap } from '../../../src/map/messages';
import { readMap } from '../../../src/map/readMap';
import { root } from '../../host/paths.mjs';
import { buildInterface, buildNetwork, buildServer } from '../../support/buildNetwork';
import { expectPrintable, hostileRows } from '../../support/hostile';

describe('the page of a map', () => {
  const sources = fs.globSync('src/mapView/**/*.ts', { cwd: root });

  it('reads no text as HTML or as code, and loads nothing', () => {
    expect(sources).toContain(path.join('src', 'mapView', 'overview', 'overviewPage.ts'));
    expect(sources.length).toBeGreaterThan(25);
    const acting =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|fetch\(|XMLHttp|import\(/;
    const found = sources.filter((file) => acting.test(fs.readFileSync(path.join(root, file), 'utf8')));
    expect(found).toEqual([]);
  });

  it.each(Object.entries(cellLetters).filter(([, letter]) => letter))(
    'marks %s with %s as pictures do',
    (state, letter) => {
      const css = fs.readFileSync(path.join(root, 'src/mapView/map.css'), 'utf8').replaceAll(/\s+/g, ' ');
      expect(css).toContain(`.is-${state}::after { content: '${letter}'; }`);
    },
  );

  it.each(hostileRows)('is told %s as a line that shows all there is, and short', (_, text) => {
    const network = buildNetwork({
      servers: [buildServer({ serverName: text })],
      interfaces: [
        buildInterface({ instanceNo: '10423318', deviceName: text, networkInterfaceName: text }),
        buildInterface({
          networkInterfaceNo: '9',
          ip: '10.0.10.15',
          networkInterfaceName: text,
          networkInterfaceStatus: { code: text, codeName: text },
        }),
      ],
    });
    const data = readMap(network, '3104', describeHolder(network));
    expect(v.safeParse(toMap, { type: 'data', data }).success).toBe(true);
    for (const { title, server, status } of data?.holders ?? []) {
      for (const word of [title, server, status]) {
        expectPrintable(word);
        expect(word.length).toBeLessThan(200);
      }
    }
  });

  it.each([
    { type: 'data', data: { cidr: 'x', first: '10.0.0.999', size: 16, reserved: [], holders: [] } },
    { type: 'data', data: { cidr: 'x', first: '10.0.0.0', size: mostAddresses + 1, reserved: [], holders: [] } },
    { type: 'reveal', offset: 1.5 },
    { type: 'none' },
    { type: 'open', texts: {} },
    'data',
    null,
  ])('takes no other message: %j', (message) => {
    expect(v.safeParse(toMap, message).success).toBe(false);
  });
});
