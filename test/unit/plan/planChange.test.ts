import { describe, expect, it } from 'vitest';
import type { Intent, IntentItem } from '../../../src/plan/intent';
import type { Plan, Problem } from '../../../src/plan/plan';
import { planChange } from '../../../src/plan/planChange';
import { buildInterface, buildNetwork, buildServer, buildSubnet } from '../../support/buildNetwork';

const web = buildInterface({
  networkInterfaceNo: '701236',
  ip: '10.0.10.14',
  instanceNo: '10423318',
  instanceType: { code: 'VSVR' },
  networkInterfaceStatus: { code: 'USED' },
  secondaryIpList: ['10.0.10.52'],
});
const spare = buildInterface({ networkInterfaceNo: '701240', ip: '10.0.10.6', secondaryIpList: ['10.0.10.20'] });
const full = buildInterface({
  networkInterfaceNo: '701251',
  ip: '10.0.10.7',
  secondaryIpList: ['10.0.10.31', '10.0.10.32', '10.0.10.33', '10.0.10.34', '10.0.10.35'],
});
const network = buildNetwork({ interfaces: [web, spare, full], servers: [buildServer()] });

function plan(...items: IntentItem[]): Plan {
  const result = planChange({ items }, network);
  if (!result.ok) throw new Error(`no plan: ${JSON.stringify(result.problems)}`);
  return result.plan;
}

function problems(items: IntentItem[], other = network): readonly Problem[] {
  const result = planChange({ items }, other);
  return result.ok ? [] : result.problems;
}

const assign = (no: string, ...secondaryIps: string[]) =>
  ({ kind: 'assign', networkInterfaceNo: no, secondaryIps }) as const;
const unassign = (no: string, ...secondaryIps: string[]) =>
  ({ kind: 'unassign', networkInterfaceNo: no, secondaryIps }) as const;
const move = (no: string, ...secondaryIps: string[]) =>
  ({ kind: 'move', networkInterfaceNo: no, secondaryIps }) as const;

describe('planChange: what it plans', () => {
  it('lists the addresses of one assignment in one call and shows the interface before and after', () => {
    const { steps, changes } = plan(assign('701236', '10.0.10.11', ' 10.0.10.12 '));
    expect(steps).toEqual([
      {
        id: 1,
        action: 'assignSecondaryIps',
        networkInterfaceNo: '701236',
        secondaryIps: ['10.0.10.11', '10.0.10.12'],
        count: 0,
        allowReassign: false,
        takes: [],
        items: [0],
      },
    ]);
    expect(changes).toMatchObject([
      {
        networkInterfaceNo: '701236',
        serverName: 'web-01',
        before: ['10.0.10.52'],
        after: ['10.0.10.11', '10.0.10.12', '10.0.10.52'],
        gains: ['10.0.10.11', '10.0.10.12'],
        loses: [],
      },
    ]);
  });

  it('merges several items of one interface into one call and remembers which items it serves', () => {
    const { steps } = plan(
      assign('701236', '10.0.10.11'),
      assign('701240', '10.0.10.12'),
      assign('701236', '10.0.10.13'),
    );
    expect(steps.map(({ secondaryIps, items }) => [secondaryIps, items])).toEqual([
      [
        ['10.0.10.11', '10.0.10.13'],
        [0, 2],
      ],
      [['10.0.10.12'], [1]],
    ]);
  });

  it('proposes the lowest unseen addresses and passes over what another item asked for', () => {
    const { steps } = plan({ ...assign('701236'), propose: 2 }, assign('701240', '10.0.10.8'));
    expect(steps.map((step) => step.secondaryIps)).toEqual([['10.0.10.9', '10.0.10.10'], ['10.0.10.8']]);
  });

  it('does not propose an address that another item gives back', () => {
    const { steps } = plan(unassign('701240', '10.0.10.20'), { ...assign('701236'), propose: 4 });
    expect(steps[1]?.secondaryIps).toEqual(['10.0.10.8', '10.0.10.9', '10.0.10.10', '10.0.10.11']);
  });

  it('sends listed addresses and the service’s own choice in one call and says that a count is not repeatable', () => {
    const { steps, changes, warnings } = plan({ ...assign('701236', '10.0.10.11'), count: 2 });
    expect(steps).toMatchObject([{ secondaryIps: ['10.0.10.11'], count: 2 }]);
    expect(changes).toMatchObject([{ chosenByService: 2, gains: ['10.0.10.11'] }]);
    expect(warnings).toContainEqual({ kind: 'countNotRepeatable', networkInterfaceNo: '701236', count: 2 });
  });

  it('lets the service choose only after every listed address of the subnet is assigned', () => {
    const { steps } = plan({ ...assign('701236'), count: 1 }, assign('701240', '10.0.10.8'));
    expect(steps.map((step) => step.networkInterfaceNo)).toEqual(['701240', '701236']);
  });

  it('takes an address over in one call and shows the losing interface too', () => {
    const { steps, changes, warnings } = plan({ ...assign('701236', '10.0.10.20'), allowReassign: true });
    expect(steps).toMatchObject([{ allowReassign: true, takes: [{ address: '10.0.10.20', from: '701240' }] }]);
    expect(changes.map(({ networkInterfaceNo, gains, loses }) => [networkInterfaceNo, gains, loses])).toEqual([
      ['701236', ['10.0.10.20'], []],
      ['701240', [], ['10.0.10.20']],
    ]);
    expect(warnings).toContainEqual({ kind: 'takeover', address: '10.0.10.20', from: '701240', to: '701236' });
  });

  it('leaves allowReassign out when nobody holds the address, so that a newcomer is not robbed', () => {
    expect(plan({ ...assign('701236', '10.0.10.11'), allowReassign: true }).steps[0]?.allowReassign).toBe(false);
  });

  it('gives back before it assigns, so that an exchange fits on a full interface', () => {
    const { steps } = plan(assign('701251', '10.0.10.41'), unassign('701251', '10.0.10.31'));
    expect(steps.map((step) => step.action)).toEqual(['unassignSecondaryIps', 'assignSecondaryIps']);
  });

  it('moves away from a full interface before something is moved onto it', () => {
    const { steps } = plan(move('701251', '10.0.10.20'), move('701236', '10.0.10.31'));
    expect(steps.map((step) => step.networkInterfaceNo)).toEqual(['701236', '701251']);
  });

  it('leaves out what is there already and what is not there, and says so', () => {
    const { steps, warnings } = plan(
      assign('701236', '10.0.10.52', '10.0.10.11'),
      unassign('701240', '10.0.10.20', '10.0.10.99'),
    );
    expect(steps.map((step) => step.secondaryIps)).toEqual([['10.0.10.20'], ['10.0.10.11']]);
    expect(warnings).toContainEqual({ kind: 'alreadyThere', networkInterfaceNo: '701236', addresses: ['10.0.10.52'] });
    expect(warnings).toContainEqual({ kind: 'notThere', networkInterfaceNo: '701240', addresses: ['10.0.10.99'] });
  });

  it('carries the entry it takes back', () => {
    const intent: Intent = { items: [unassign('701240', '10.0.10.20')], undoes: 'entry-1' };
    expect(planChange(intent, network)).toMatchObject({ ok: true, plan: { undoes: 'entry-1' } });
  });
});

describe('planChange: what it warns of', () => {
  it('tells that a guest must be told only where there is a guest', () => {
    const guests = plan(move('701236', '10.0.10.20')).warnings.filter(({ kind }) => kind.startsWith('guestOs'));
    expect(guests).toEqual([{ kind: 'guestOs', networkInterfaceNo: '701236' }]);
    const back = plan(unassign('701236', network.interface('701236')!.secondaryIpList[0]!));
    expect(back.warnings.filter(({ kind }) => kind.startsWith('guestOs'))).toEqual([
      { kind: 'guestOsLoses', networkInterfaceNo: '701236', addresses: back.changes[0]!.loses },
    ]);
  });

  it.each(['LOADB', 'NATGW', 'BM'] as const)('warns of a subnet for %s', (usage) => {
    const special = buildNetwork({ subnets: [buildSubnet({ usageType: { code: usage } })], interfaces: [spare] });
    const result = planChange({ items: [assign('701240', '10.0.10.11')] }, special);
    expect(result.ok && result.plan.warnings).toContainEqual({ kind: 'subnetUsage', subnetNo: '3104', usage });
  });

  it('warns of an interface that belongs to a managed service, on the losing side too', () => {
    const managed = network.withInterfaces([{ ...spare, instanceType: { code: 'LOADBALANCER' } }]);
    const result = planChange({ items: [move('701236', '10.0.10.20')] }, managed);
    const warning = { kind: 'managedInterface', networkInterfaceNo: '701240', instanceType: 'LOADBALANCER' };
    expect(result.ok && result.plan.warnings).toContainEqual(warning);
  });

  it('warns of an address that two interfaces showed in the last read', () => {
    const moving = network.withInterfaces([{ ...web, secondaryIpList: ['10.0.10.52', '10.0.10.20'] }]);
    const result = planChange({ items: [unassign('701236', '10.0.10.20')] }, moving);
    const warning = { kind: 'moving', address: '10.0.10.20', networkInterfaceNos: ['701240', '701236'] };
    expect(result.ok && result.plan.warnings).toContainEqual(warning);
  });
});

describe('planChange: what it refuses', () => {
  const range = { cidr: '10.0.10.0/24', firstUsable: '10.0.10.6', lastUsable: '10.0.10.254' };

  it.each([
    ['an address outside the subnet', '10.0.11.9', { kind: 'outside', address: '10.0.11.9', ...range }],
    ['the sixth address of the subnet', '10.0.10.5', { kind: 'reserved', address: '10.0.10.5', ...range }],
    ['the last address of the subnet', '10.0.10.255', { kind: 'reserved', address: '10.0.10.255', ...range }],
    [
      'the own primary address',
      '10.0.10.14',
      { kind: 'ownPrimary', address: '10.0.10.14', networkInterfaceNo: '701236' },
    ],
    ['somebody’s primary address', '10.0.10.6', { kind: 'othersPrimary', address: '10.0.10.6', holder: '701240' }],
    ['somebody’s secondary address', '10.0.10.20', { kind: 'heldByOther', address: '10.0.10.20', holder: '701240' }],
    ['what is no address', '10.0.10.011', { kind: 'notAnAddress', text: '10.0.10.011' }],
  ])('%s', (_name, address, problem) => {
    expect(problems([assign('701240', '10.0.10.99'), assign('701236', address)])).toEqual([{ ...problem, item: 1 }]);
  });

  it('a primary address even in a move', () => {
    expect(problems([move('701236', '10.0.10.6')])).toMatchObject([{ kind: 'othersPrimary', holder: '701240' }]);
  });

  it('the same address twice, in one item or in two', () => {
    const twice = [{ kind: 'duplicate', address: '10.0.10.11' }];
    expect(problems([assign('701236', '10.0.10.11', '10.0.10.11')])).toMatchObject(twice);
    expect(problems([assign('701236', '10.0.10.11'), assign('701240', '10.0.10.11')])).toMatchObject(twice);
  });

  it('an address given back and wanted on the same interface', () => {
    const items = [unassign('701240', '10.0.10.20'), assign('701240', '10.0.10.20')];
    expect(problems(items)).toMatchObject([{ kind: 'duplicate', address: '10.0.10.20', item: 1 }]);
  });

  it('a sixth address, counting what other items bring and take', () => {
    const five = assign('701236', '10.0.10.11', '10.0.10.12', '10.0.10.13', '10.0.10.15');
    expect(problems([five])).toEqual([]);
    expect(problems([five, { ...assign('701236'), count: 1 }])).toEqual([
      { kind: 'tooMany', networkInterfaceNo: '701236', has: 1, wants: 5, limit: 5, item: 0 },
    ]);
    expect(problems([five, { ...assign('701236'), count: 1 }, move('701240', '10.0.10.52')])).toEqual([]);
  });

  it('a count the document rules out', () => {
    expect(problems([{ ...assign('701236'), count: 6 }])).toMatchObject([{ kind: 'badCount', count: 6 }]);
    expect(problems([{ ...assign('701236'), propose: 1.5 }])).toMatchObject([{ kind: 'badCount', count: 1.5 }]);
    expect(problems([{ ...assign('701236'), count: -1 }])).toMatchObject([{ kind: 'badCount', count: -1 }]);
  });

  it('more than the subnet has left', () => {
    const taken = Array.from({ length: 7 }, (_, index) =>
      buildInterface({ networkInterfaceNo: `${index + 1}`, ip: `10.0.10.${index + 6}` }),
    );
    const small = buildNetwork({ subnets: [buildSubnet({ subnet: '10.0.10.0/28' })], interfaces: taken });
    const left = { kind: 'noUnseenAddress', cidr: '10.0.10.0/28', wants: 3, left: 2 };
    expect(problems([{ ...assign('1'), propose: 3 }], small)).toEqual([{ ...left, item: 0 }]);
    expect(problems([{ ...assign('1'), count: 3 }], small)).toEqual([{ ...left, item: 0 }]);
    const both = [assign('1', '10.0.10.13'), { ...assign('2'), count: 1 }, { ...assign('3'), count: 1 }];
    expect(problems(both, small)).toEqual([{ ...left, wants: 1, left: 0, item: 2 }]);
  });

  it('an interface that is changing, on either side', () => {
    const changing = network.withInterfaces([{ ...spare, networkInterfaceStatus: { code: 'SET' } }]);
    const settling = { kind: 'settling', networkInterfaceNo: '701240', status: 'SET' };
    expect(problems([assign('701240', '10.0.10.11')], changing)).toMatchObject([settling]);
    expect(problems([unassign('701240', '10.0.10.20')], changing)).toMatchObject([settling]);
    expect(problems([move('701236', '10.0.10.20')], changing)).toMatchObject([settling]);
  });

  it('an interface with a status that nobody documented: it may not be at rest', () => {
    const odd = network.withInterfaces([{ ...spare, networkInterfaceStatus: { code: 'REPAIRING' } }]);
    expect(problems([assign('701240', '10.0.10.11')], odd)).toMatchObject([{ kind: 'settling', status: 'REPAIRING' }]);
  });

  it('an interface or a subnet it does not know', () => {
    expect(problems([assign('9', '10.0.10.11')])).toMatchObject([
      { kind: 'unknownInterface', networkInterfaceNo: '9' },
    ]);
    const lost = network.withInterfaces([{ ...spare, subnetNo: '1' }]);
    expect(problems([assign('701240', '10.0.10.11')], lost)).toMatchObject([{ kind: 'unknownSubnet', subnetNo: '1' }]);
  });

  it('a move from another subnet, of an address nobody has, or of one that went elsewhere', () => {
    const other = buildInterface({
      networkInterfaceNo: '5',
      subnetNo: '3105',
      ip: '10.0.10.8',
      secondaryIpList: ['10.0.10.9'],
    });
    const two = buildNetwork({
      subnets: [buildSubnet(), buildSubnet({ subnetNo: '3105', vpcNo: '1205' })],
      interfaces: [web, spare, other],
    });
    expect(problems([{ ...move('701236', '10.0.10.9'), from: '5' }], two)).toMatchObject([
      { kind: 'severalSubnets', networkInterfaceNos: ['5', '701236'] },
    ]);
    expect(problems([move('701236', '10.0.10.9')], two)).toMatchObject([{ kind: 'notFound', address: '10.0.10.9' }]);
    expect(problems([{ ...move('701236', '10.0.10.20'), from: '701251' }])).toMatchObject([
      { kind: 'movedOn', expected: '701251', holder: '701240' },
    ]);
  });

  it('giving back a primary address', () => {
    expect(problems([unassign('701240', '10.0.10.6')])).toMatchObject([{ kind: 'ownPrimary' }]);
  });

  it('a change that changes nothing', () => {
    expect(problems([])).toEqual([{ kind: 'nothingToDo' }]);
    expect(problems([assign('701236', '10.0.10.52')])).toEqual([{ kind: 'nothingToDo', isAssigned: true }]);
  });

  it('everything for a profile that may only read', () => {
    const result = planChange({ items: [assign('701236', '10.0.10.11')] }, network, { readOnly: true });
    expect(result).toEqual({ ok: false, problems: [{ kind: 'readOnlyProfile' }] });
  });
});
