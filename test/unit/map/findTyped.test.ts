import { describe, expect, it } from 'vitest';
import { createCells } from '../../../src/map/cells';
import { findHolders } from '../../../src/map/findTyped';
import { buildMap } from '../../support/buildMap';

describe('interfaces that are looked for', () => {
  const data = buildMap('10.0.10.0/24', [
    { ip: '10.0.10.14', networkInterfaceName: 'Web-Front' },
    { ip: '10.0.10.140', networkInterfaceName: 'batch', secondaryIpList: ['10.0.10.30', '10.0.10.31'] },
    { ip: '10.9.9.9', networkInterfaceName: 'odd' },
  ]);
  const found = (text: string): string[] =>
    findHolders(data.holders, createCells(data), text).map(({ title }) => title);

  it.each([
    ['', ['Web-Front', 'batch', 'odd']],
    ['  ', ['Web-Front', 'batch', 'odd']],
    ['web-front', ['Web-Front']],
    ['WEB-01', ['Web-Front', 'batch', 'odd']],
    ['701237', ['batch']],
    ['10.0.10.14', ['Web-Front', 'batch']],
    ['10.0.10.31', ['batch']],
    ['10.9', []],
    ['.*', []],
  ])('%j brings out %j: by name, server, number and address', (text, titles) => {
    expect(found(text)).toEqual(titles);
  });
});
