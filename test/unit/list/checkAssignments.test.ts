import { describe, expect, it } from 'vitest';
import { checkAssignments } from '../../../src/list/checkAssignments';
import { completeList } from '../../../src/list/listCompletions';
import { fixesFor, type ListFix } from '../../../src/list/listFixes';
import { planChange } from '../../../src/plan/planChange';
import { buildInterface, buildNetwork, buildServer } from '../../support/buildNetwork';

const network = buildNetwork({
  servers: [buildServer({ serverInstanceNo: '2', serverName: 'web-02' })],
  interfaces: [
    buildInterface({ networkInterfaceName: 'web-nic', secondaryIpList: ['10.0.10.31'] }),
    buildInterface({
      networkInterfaceNo: '701237',
      ip: '10.0.10.15',
      instanceNo: '2',
      isDefault: true,
      deviceName: 'eth0',
      secondaryIpList: ['10.0.10.20', '10.0.10.21'],
    }),
    buildInterface({ networkInterfaceNo: '701252', ip: '10.0.10.52', networkInterfaceStatus: { code: 'SET' } }),
  ],
});
const check = (...lines: readonly string[]) => checkAssignments(lines.join('\n'), network);
const linesOf = (list: readonly { readonly line: number }[]): number[] => list.map(({ line }) => line);

describe('a list as it is checked', () => {
  it('has good lines whatever the bad ones are, and says of each bad one where and why', () => {
    const text = [
      'web-nic,10.0.10.11',
      'web-nic,10.0.10.20',
      'web-nic,10.0.10.15',
      'web-nic,10.0.11.1 10.0.10.13',
      'nobody-7,10.0.10.12',
      'web-02,10.0.10.11',
      '701252,10.0.10.14',
      'web-02,10.0.10.12',
    ].join('\n');
    const { good, problems } = checkAssignments(text, network);
    expect(linesOf(good)).toEqual([1, 8]);
    expect(planChange({ items: good.map(({ item }) => item) }, network).ok).toBe(true);
    const told = problems.map(({ line, problem, span }) => [line, problem.kind, text.slice(span.start, span.end)]);
    expect(told).toEqual([
      [2, 'heldByOther', '10.0.10.20'],
      [3, 'othersPrimary', '10.0.10.15'],
      [4, 'outside', '10.0.11.1'],
      [5, 'unknownInterface', 'nobody-7'],
      [6, 'duplicate', '10.0.10.11'],
      [7, 'settling', '701252'],
    ]);
  });

  it('knows what is assigned already', () => {
    const { good, done, problems } = check(
      'web-nic,10.0.10.31',
      'web-02 10.0.10.20-21',
      'web-02,10.0.10.20 10.0.10.22',
    );
    expect([linesOf(good), linesOf(done), linesOf(problems)]).toEqual([[], [1, 2], [3]]);
    expect(check('web-nic,10.0.10.31')).toMatchObject({ good: [], problems: [] });
  });

  it('leaves out the last lines of an interface that has too little room', () => {
    const { good, problems } = check(...[61, 62, 63, 64, 65, 66].map((end) => `web-nic,10.0.10.${end}`));
    expect(linesOf(good)).toEqual([1, 2, 3, 4]);
    expect(problems.map(({ line, problem }) => [line, problem.kind])).toEqual([
      [5, 'tooMany'],
      [6, 'tooMany'],
    ]);
  });

  it('lets a line take over what another interface holds, and only that line', () => {
    const { good, problems } = check('web-nic,10.0.10.20 takeover', 'web-nic,10.0.10.21');
    expect([linesOf(good), linesOf(problems)]).toEqual([[1], [2]]);
  });
});

describe('what is offered for a bad line', () => {
  /** The text after the fix of a kind. */
  function fixed(text: string, kind: ListFix['kind'], at = 0): string {
    const sheet = checkAssignments(text, network);
    const fix = fixesFor(sheet.problems[at]!, sheet, text, network).find((one) => one.kind === kind)!;
    return fix.edits
      .toReversed()
      .reduce((now, { start, end, text: by }) => now.slice(0, start) + by + now.slice(end), text);
  }

  it.each([
    ['web-nic,10.0.10.20', 'web-nic,10.0.10.20 takeover'],
    ['web-nic,10.0.10.20  # mine', 'web-nic,10.0.10.20 takeover  # mine'],
    [
      'interface,role,address\nweb-nic,secondary,10.0.10.20',
      'interface,role,address\nweb-nic,secondary,10.0.10.20,takeover',
    ],
    [
      '[{"interface":"web-nic","address":"10.0.10.20"}]',
      '[{"interface":"web-nic","address":"10.0.10.20", "takeover": true}]',
    ],
  ])('makes a good takeover of %s', (text, wanted) => {
    const after = fixed(text, 'takeOver');
    expect(after).toBe(wanted);
    const { good, problems } = checkAssignments(after, network);
    expect([good.length, problems.length]).toEqual([1, 0]);
  });

  it('takes all held addresses over at once', () => {
    expect(fixed('web-nic,10.0.10.20\nweb-nic,10.0.10.21', 'takeOverAll')).toBe(
      'web-nic,10.0.10.20 takeover\nweb-nic,10.0.10.21 takeover',
    );
  });

  it('proposes an address that is neither in use nor in the list', () => {
    expect(fixed('web-nic,10.0.10.6\nweb-nic,10.0.10.20', 'useAddress')).toBe('web-nic,10.0.10.6\nweb-nic,10.0.10.7');
  });

  it('names each interface that an unclear name may mean', () => {
    const twins = buildNetwork({
      interfaces: ['1', '2'].map((no) =>
        buildInterface({ networkInterfaceNo: no, networkInterfaceName: 'twin', ip: `10.0.10.1${no}` }),
      ),
    });
    const text = 'twin,10.0.10.30';
    const sheet = checkAssignments(text, twins);
    expect(fixesFor(sheet.problems[0]!, sheet, text, twins)).toMatchObject([
      { kind: 'useInterface', networkInterfaceNo: '1', edits: [{ start: 0, end: 4, text: '1' }] },
      { kind: 'useInterface', networkInterfaceNo: '2' },
    ]);
  });
});

describe('what is offered while somebody types', () => {
  const offered = (text: string) => {
    const found = completeList(text, text.length, network);
    return (
      found && {
        typed: text.slice(found.span.start),
        items: found.items.map((one) => ('name' in one ? one.name : 'address' in one ? one.address : one.kind)),
      }
    );
  };

  it('is an interface at the beginning of a line, by any of its names', () => {
    expect(offered('# note\n')?.items).toEqual(['web-nic', 'web-02', 'nic-701252']);
    expect(offered('web-nic,10.0.10.6\nweb-0')).toEqual({ typed: 'web-0', items: ['web-02'] });
    expect(offered('10.0.10.5')).toEqual({ typed: '10.0.10.5', items: ['nic-701252'] });
  });

  it('is an address of its subnet that is neither seen in use nor written already', () => {
    expect(offered('web-nic,10.0.10.6\nweb-02,')?.items.slice(0, 2)).toEqual(['10.0.10.7', '10.0.10.8']);
    expect(offered('web-nic 10.0.10.2')?.items.slice(0, 3)).toEqual(['10.0.10.22', '10.0.10.23', '10.0.10.24']);
    expect(offered('web-nic,10.0.10.6 t')?.items).toEqual(['takeover']);
  });

  it('is nothing in a comment, in JSON, or after a name that nobody knows', () => {
    for (const text of ['# web', '[{ "interface": "', 'nobody-7,']) expect(offered(text)).toBeUndefined();
  });

  it('is never more than a person can read', () => {
    const interfaces = Array.from({ length: 300 }, (_, index) =>
      buildInterface({ networkInterfaceNo: String(index), ip: `10.0.${Math.floor(index / 200)}.${index % 200}` }),
    );
    const found = completeList('nic', 3, buildNetwork({ interfaces }));
    expect([found?.items.length, found?.isIncomplete]).toEqual([200, true]);
  });
});
