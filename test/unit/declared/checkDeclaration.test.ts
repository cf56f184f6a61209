import { describe, expect, it } from 'vitest';
import { checkDeclaration, type CheckedDeclaration } from '../../../src/declared/checkDeclaration';
import type { Declaration } from '../../../src/declared/declaration';
import { groupByScope } from '../../../src/declared/groupByScope';
import { readDeclarations } from '../../../src/declared/readDeclarations';
import { buildInterface } from '../../support/buildNetwork';
import { declaredNetwork } from '../../support/declaredText';

const network = declaredNetwork.withInterfaces([
  buildInterface({
    networkInterfaceNo: '704',
    ip: '10.0.10.16',
    networkInterfaceStatus: { code: 'SET' },
    secondaryIpList: ['10.0.10.40'],
  }),
]);

const regionOf = ({ region }: Declaration) => region?.text ?? '';

function check(body: string): CheckedDeclaration {
  const { documents, problems } = readDeclarations(`version: 1\n${body}`, '2026-11-27');
  expect(problems).toEqual([]);
  const [declaration] = groupByScope(
    documents.flatMap((one) => one.declaration ?? []),
    regionOf,
  );
  return checkDeclaration(declaration!, network);
}
const itemsOf = (body: string) =>
  check(body).intent.items.map((item) => {
    const from = item.kind === 'move' ? ` from ${item.from}` : '';
    return `${item.kind} ${item.networkInterfaceNo} ${item.secondaryIps.join(' ')}${from}`;
  });
const problemsOf = (body: string) => {
  const text = `version: 1\n${body}`;
  return check(body).problems.map((one) => {
    const kind = one.kind === 'plan' ? one.problem.kind : one.kind;
    return `${kind} @ ${text.slice(one.start, one.end)}`;
  });
};

describe('checkDeclaration', () => {
  it('wants nothing of what is in place', () => {
    const checked = check('interfaces: { web-01: [10.0.10.12, 10.0.10.11] }');
    expect(checked).toMatchObject({ problems: [], intent: { items: [] } });
    expect(checked.wants.map(({ state }) => state)).toEqual(['inPlace', 'inPlace']);
    expect(checked.plan).toBeUndefined();
  });

  it('assigns what is missing and takes what is declared from whoever holds it', () => {
    expect(itemsOf('interfaces: { web-01/eth0: [10.0.10.20, 10.0.10.50, 10.0.10.21] }')).toEqual([
      'move 701 10.0.10.20 10.0.10.21 from 702',
      'assign 701 10.0.10.50',
    ]);
    expect(check('interfaces: { web-01/eth0: [10.0.10.20] }').plan?.warnings).toContainEqual(
      expect.objectContaining({ kind: 'takeover', from: '702', to: '701' }),
    );
  });

  it('releases what is not declared only where the interface is authoritative', () => {
    expect(itemsOf('interfaces: { 702: [10.0.10.21] }')).toEqual([]);
    expect(itemsOf('interfaces: { 702: { secondaryIps: [10.0.10.21], authoritative: true } }')).toEqual([
      'unassign 702 10.0.10.20 10.0.10.22',
    ]);
  });

  it('moves what another interface of the file gets, and does not release it before', () => {
    const body =
      'interfaces: { 701: [10.0.10.20], 702: { secondaryIps: [10.0.10.21, 10.0.10.22], authoritative: true } }';
    expect(itemsOf(body)).toEqual(['move 701 10.0.10.20 from 702']);
  });

  it('releases what is to be held by nobody, in the subnets of the file', () => {
    expect(itemsOf('interfaces: { web-01: [] }\nreleased: [10.0.10.22, 10.0.10.99]')).toEqual([
      'unassign 702 10.0.10.22',
    ]);
    expect(problemsOf('interfaces: { db-vip: [] }\nreleased: [10.0.10.22]')).toEqual(['releasedNowhere @ 10.0.10.22']);
    expect(problemsOf('interfaces: { web-01: [] }\nreleased: [10.0.10.15]')).toEqual(['releasedPrimary @ 10.0.10.15']);
  });

  it('leaves a floating address with any of its holders', () => {
    expect(itemsOf('floating: [{ address: 10.0.10.20, holders: [web-01, web-02] }]')).toEqual([]);
    const body = 'interfaces: { 702: { authoritative: true, secondaryIps: [10.0.10.21, 10.0.10.22] } }';
    expect(itemsOf(`${body}\nfloating: [{ address: 10.0.10.20, holders: [web-01, web-02] }]`)).toEqual([]);
  });

  it('gives a floating address that none of its holders has to the first of them', () => {
    expect(itemsOf('floating: [{ address: 10.0.10.50, holders: [web-01, web-02] }]')).toEqual([
      'assign 701 10.0.10.50',
    ]);
    expect(itemsOf('floating: [{ address: 10.0.10.20, holders: [web-01] }]')).toEqual(['move 701 10.0.10.20 from 702']);
  });

  it.each([
    ['interfaces: { nobody: [10.0.10.50] }', ['unknownInterface @ nobody']],
    ['interfaces: { eth0: [], web-01: [10.0.20.30] }', ['unknownInterface @ eth0', 'outside @ 10.0.20.30']],
    ['interfaces: { web-01: [10.0.10.3] }', ['reserved @ 10.0.10.3']],
    ['interfaces: { web-01: [10.0.10.14] }', ['ownPrimary @ 10.0.10.14']],
    ['interfaces: { web-01: [10.0.10.15] }', ['othersPrimary @ 10.0.10.15']],
    ['interfaces: { web-01: [], 701: [] }', ['sameInterface @ 701']],
    ['interfaces: { web-01: [10.0.10.50], 702: [10.0.10.50] }', ['twice @ 10.0.10.50']],
    [
      'interfaces: { web-01: [10.0.10.20] }\nfloating: [{ address: 10.0.10.20, holders: [web-02] }]',
      ['twice @ 10.0.10.20'],
    ],
    ['floating: [{ address: 10.0.10.50, holders: [web-01, db-vip] }]', ['severalSubnets @ 10.0.10.50']],
    ['interfaces: { web-01: [10.0.10.50] }\nreserved: [{ range: 10.0.10.48-60 }]', ['reservedHere @ 10.0.10.50']],
    [
      'floating: [{ address: 10.0.10.50, holders: [web-01] }]\nreserved: [{ address: 10.0.10.50 }]',
      ['reservedHere @ 10.0.10.50'],
    ],
    ['interfaces: { web-01: [10.0.10.50] }\nreleased: [10.0.10.50]', ['releasedHere @ 10.0.10.50']],
    ['interfaces: { 702: [10.0.10.51, 10.0.10.52, 10.0.10.53] }', ['tooMany @ 10.0.10.51']],
    ['interfaces: { 704: [10.0.10.41] }', ['settling @ 10.0.10.41']],
    ['interfaces: { 704: [10.0.10.40] }', []],
    ['interfaces: { web-01: [10.0.10.20, 10.0.10.21] }\nmaxRemovals: 1', ['tooManyRemovals @ 10.0.10.20']],
    ['interfaces: { 702: { authoritative: true } }\nmaxRemovals: 2', ['tooManyRemovals @ 702']],
    ['interfaces: { 702: { authoritative: true } }\nmaxRemovals: 3', []],
  ])('says what stands in the way, and where: %s', (body, expected) => {
    expect(problemsOf(body)).toEqual(expected);
    const blocking = expected.filter((one) => !one.startsWith('releasedNowhere'));
    if (blocking.length > 0) expect(check(body).plan).toBeUndefined();
  });

  it('releases what one of several files names in the subnets of that file only', () => {
    const inFiles = (...bodies: readonly string[]): CheckedDeclaration => {
      const files = bodies.map((body) => readDeclarations(`version: 1\n${body}`, '2026-11-27').documents);
      const all = files.map(([document]) => document!.declaration!);
      const [declaration] = groupByScope(all, regionOf, (one) => String(all.indexOf(one)));
      return checkDeclaration(declaration!, network);
    };
    const [web, released] = ['interfaces: { web-01: [] }', 'released: [10.0.10.20]'];
    expect(inFiles(`${web}\n${released}`, web).intent.items).toMatchObject([
      { kind: 'unassign', secondaryIps: ['10.0.10.20'] },
    ]);
    expect(inFiles(web, released)).toMatchObject({ intent: { items: [] }, problems: [{ kind: 'releasedNowhere' }] });
  });

  it('takes the documents of one region together, so that each address counts once', () => {
    expect(
      problemsOf('interfaces: { web-01: [10.0.10.50] }\n---\nversion: 1\ninterfaces: { 702: [10.0.10.50] }'),
    ).toEqual(['twice @ 10.0.10.50']);
    const apart = readDeclarations('version: 1\n---\nversion: 1\nregion: JPN', '2026-11-27').documents;
    expect(
      groupByScope(
        apart.flatMap(({ declaration }) => declaration ?? []),
        regionOf,
      ),
    ).toHaveLength(2);
  });
});
