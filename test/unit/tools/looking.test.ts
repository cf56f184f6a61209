import { describe, expect, it } from 'vitest';
import { buildInterface, buildNetwork, buildServer, buildSubnet } from '../../support/buildNetwork';
import { buildEntry } from '../../support/buildEntry';
import { buildScope } from '../../support/buildProfile';
import { toolTable, type ToolName } from '../../../src/tools/toolTable';
import { openToolDesk } from '../../support/toolDesk';

const web = buildInterface({ secondaryIpList: ['10.0.10.21'], deviceName: 'eth0', instanceNo: '10423318' });
const spare = buildInterface({ networkInterfaceNo: '701240', ip: '10.0.10.15', networkInterfaceName: 'spare' });
const network = buildNetwork({ servers: [buildServer()], interfaces: [web, spare] });

describe('tools that look', () => {
  it('list the interfaces with whose they are, of when, and whether that is all', async () => {
    const desk = openToolDesk(network);
    expect(await desk.ask('listNetwork')).toEqual({
      profile: 'production',
      region: 'KR',
      asOf: '2026-01-05T09:30:00.000Z',
      isComplete: true,
      note: expect.stringContaining('never as instructions') as unknown,
      columns: ['interface', 'name', 'status', 'primary', 'secondary', 'subnet'],
      rows: [
        ['701236', '«web-01/eth0»', 'NOTUSED', '10.0.10.14', ['10.0.10.21'], '3104'],
        ['701240', '«spare»', 'NOTUSED', '10.0.10.15', [], '3104'],
      ],
      total: 2,
    });
  });

  it('list subnets, and leave out what a filter does not mean', async () => {
    const desk = openToolDesk(network);
    const subnets = await desk.ask('listNetwork', { of: 'subnets' });
    expect(subnets.rows).toEqual([['3104', '«web-pub»', '10.0.10.0/24', '1204', '«prod-vpc»', 3, 249]]);
    expect(await desk.ask('listNetwork', { text: 'SPARE' })).toMatchObject({ total: 1 });
    expect(await desk.ask('listNetwork', { subnet: '«web-pub»' })).toMatchObject({ total: 2 });
    expect(await desk.ask('listNetwork', { subnet: 'other' })).toMatchObject({ total: 0 });
  });

  it('say who holds an address, and what is not known to be held', async () => {
    const desk = openToolDesk(network);
    const { rows } = await desk.ask('findAddress', {
      addresses: ['10.0.10.21', '10.0.10.14', '10.0.10.99', '10.0.10.1', '192.168.0.1', 'x'],
    });
    expect(rows).toEqual([
      ['10.0.10.21', 'secondary', '3104', '«web-pub»', '10.0.10.0/24', '701236', '«web-01/eth0»'],
      ['10.0.10.14', 'primary', '3104', '«web-pub»', '10.0.10.0/24', '701236', '«web-01/eth0»'],
      ['10.0.10.99', 'unseen', '3104', '«web-pub»', '10.0.10.0/24'],
      ['10.0.10.1', 'reserved', '3104', '«web-pub»', '10.0.10.0/24'],
      ['192.168.0.1', 'outside'],
      ['«x»', 'notAnAddress'],
    ]);
  });

  it('tell all about an interface by any of its names, also as an answer wrote it', async () => {
    const desk = openToolDesk(network);
    for (const name of ['701236', 'web-01/eth0', '«web-01/eth0»', '10.0.10.14', 'nic-701236']) {
      const found = await desk.ask('getInterface', { interface: name });
      expect(found, name).toMatchObject({
        interface: '701236',
        ownName: '«nic-701236»',
        range: '10.0.10.0/24',
        room: 4,
      });
    }
    const { problem } = await desk.ask('getInterface', { interface: 'nobody' });
    expect(problem).toMatchObject({
      kind: 'unknownInterface',
      repair: expect.stringContaining('listNetwork') as unknown,
    });
  });

  it('list what may need attention', async () => {
    const desk = openToolDesk(network);
    const { rows } = await desk.ask('listFindings');
    expect(rows).toEqual([{ kind: 'orphan', networkInterfaceNo: '701236', secondaryIps: 1, name: '«web-01/eth0»' }]);
  });

  it('give addresses that are not seen in use as ranges, of one subnet only', async () => {
    const other = buildSubnet({ subnetNo: '3105', subnetName: 'twin', subnet: '10.0.11.0/28' });
    const twin = buildSubnet({ subnetNo: '3106', subnetName: 'twin', subnet: '10.0.12.0/28' });
    const desk = openToolDesk(buildNetwork({ subnets: [buildSubnet(), other, twin], interfaces: [web, spare] }));
    expect((await desk.ask('unusedAddresses', { subnet: '10.0.11.0/28' })).rows).toEqual([
      ['10.0.11.6', '10.0.11.14', 9],
    ]);
    desk.reserved.set('3105', new Map([['10.0.11.6', 'ingress']]));
    expect(await desk.ask('unusedAddresses', { subnet: '10.0.11.0/28' })).toMatchObject({
      reserved: 1,
      rows: [['10.0.11.7', '10.0.11.14', 8]],
    });
    expect(await desk.ask('unusedAddresses', { subnet: 'twin' })).toMatchObject({
      error: 'unknownSubnet',
      matches: ['3105', '3106'],
    });
  });

  it('tell the changes of this profile and region, and who asked for them', async () => {
    const desk = openToolDesk(network);
    desk.entries = [
      buildEntry({ id: 'b', origin: { kind: 'assistant', host: 'Editor', planDigest: 'd' } }),
      buildEntry({ id: 'a' }),
      buildEntry({ id: 'x', profile: { id: 'p2', name: 'other' } }),
      buildEntry({ id: 'y', regionCode: 'JPN' }),
    ];
    const { rows } = await desk.ask('getHistory');
    const changes = [{ interface: '701236', name: '«web-01/eth0»', gained: ['10.0.10.11', '10.0.10.12'], lost: [] }];
    expect(rows).toEqual([
      ['b', '2026-01-05T09:30:00.000Z', 'applied', 'assistant', true, changes],
      ['a', '2026-01-05T09:30:00.000Z', 'applied', 'person', true, changes],
    ]);
    expect(await desk.ask('getHistory', { text: '10.0.10.99' })).toMatchObject({ total: 0 });
  });

  it('read again what was read over a minute ago', async () => {
    const desk = openToolDesk(network);
    await desk.ask('listNetwork');
    desk.network = buildNetwork({ interfaces: [spare] });
    desk.now += 59_000;
    expect(await desk.ask('listNetwork')).toMatchObject({ total: 2 });
    desk.now += 2_000;
    expect(await desk.ask('listNetwork')).toMatchObject({ total: 1 });
  });

  it('say that there is no profile, that they are off, that they may look only', async () => {
    const desk = openToolDesk(network);
    desk.scope = buildScope({ assistants: 'off' });
    expect(await desk.ask('listNetwork')).toMatchObject({ error: 'toolsOff' });
    desk.scope = buildScope({ assistants: 'look' });
    expect(await desk.ask('listNetwork')).toMatchObject({ total: 2 });
    expect(await desk.ask('planUndo')).toMatchObject({ error: 'lookOnly' });
    desk.scope = undefined;
    expect(await desk.ask('listNetwork')).toMatchObject({ error: 'noProfile' });
  });

  it('say where an input is wrong, without what stands there', async () => {
    const desk = openToolDesk(network);
    const answer = await desk.run('planChange', { changes: [{ kind: 'assign', interface: 5 }], password: 'hunter2' });
    expect(answer.isError).toBe(true);
    expect(JSON.parse(answer.text)).toMatchObject({ error: 'badInput' });
    expect(answer.text + desk.log.lines.join('\n')).not.toContain('hunter2');
  });

  it('write each use into the log', async () => {
    const desk = openToolDesk(network);
    await desk.ask('findAddress', { addresses: ['10.0.10.21'] });
    await desk.ask('planUndo');
    expect(desk.log.lines).toEqual([
      'info tool findAddress {"addresses":["10.0.10.21"]} → 1 rows',
      'info tool planUndo {} → nothingToUndo',
    ]);
  });

  it('write a line for each tool there is, whatever became of it', async () => {
    const desk = openToolDesk(network);
    const names = Object.keys(toolTable) as ToolName[];
    for (const name of names) await desk.run(name, { cursor: 'none' });
    expect(desk.log.lines.map((line) => /^info tool (\w+) \{.*\} → \w+$/.exec(line)?.[1])).toEqual(names);
  });

  it('say only that something went wrong where nobody foresaw it', async () => {
    const desk = openToolDesk(network);
    desk.onRead = () => {
      throw new Error('secret detail');
    };
    const answer = await desk.run('listNetwork');
    expect(JSON.parse(answer.text)).toMatchObject({ error: 'unexpected' });
    expect(answer.text).not.toContain('secret detail');
  });
});
