import { describe, expect, it } from 'vitest';
import { askAddresses } from '../../../../src/features/assign/askAddresses';
import type { Network } from '../../../../src/model/network';
import type { Answer, Prompter } from '../../../../src/ui/prompter';
import { buildInterface, buildNetwork, buildSubnet } from '../../../support/buildNetwork';
import { scriptedPrompter, user, type Asked, type Reply } from '../../../support/scriptedPrompter';
import { threeInterfaces } from '../../../support/threeInterfaces';

const none = new Map<string, string>();

interface Setting {
  readonly reserved?: ReadonlyMap<string, string>;
  readonly network?: Network;
  readonly no?: string;
  readonly picked?: readonly string[];
  readonly room?: number;
}

async function ask(
  { network = threeInterfaces(), no = '701236', picked = [], room = 5, reserved = none }: Setting,
  ...script: readonly Reply[]
): Promise<{ answer: Answer<readonly string[]>; asked: Asked }> {
  const prompter = scriptedPrompter(...script);
  const options = { picked, room, atLeast: 1 };
  const answer = await askAddresses(
    prompter,
    { now: () => network, reservedIn: () => reserved },
    network.interface(no)!,
    options,
    {
      title: 'x',
      canGoBack: true,
    },
  );
  return { answer, asked: prompter.asked[0]! };
}
const taking = (...addresses: string[]): unknown => ({ kind: 'next', value: addresses });

describe('askAddresses', () => {
  it('lists unseen addresses in order, then what others hold as secondary IPs; primary ones never', async () => {
    const { asked } = await ask({}, user.dismisses());
    const { choices } = asked;
    expect(choices.slice(0, 4)).toEqual(['10.0.10.8', '10.0.10.9', '10.0.10.10', '10.0.10.11']);
    expect(choices.slice(200)).toEqual(['20', '21', '30', '31', '32', '33', '34'].map((last) => `10.0.10.${last}`));
    for (const primary of ['10.0.10.6', '10.0.10.7', '10.0.10.14']) expect(choices).not.toContain(primary);
  });

  it('leaves out what an open file reserves, and says for whom where it is typed', async () => {
    const reserved = new Map([['10.0.10.8', 'OPS-812']]);
    const { asked } = await ask({ reserved }, user.dismisses());
    expect(asked.choices.slice(0, 2)).toEqual(['10.0.10.9', '10.0.10.10']);
    const typed = await ask({ reserved }, user.ticks({ type: '10.0.10.8' }));
    expect(typed.answer).toEqual(taking('10.0.10.8'));
  });

  it('leaves out what the interface itself holds', async () => {
    const { asked } = await ask({ no: '701237' }, user.dismisses());
    expect(asked.choices).not.toContain('10.0.10.20');
    expect(asked.choices).toContain('10.0.10.30');
  });

  it('shows a beginning of a large subnet; typing reaches the rest', async () => {
    const network = buildNetwork({
      subnets: [buildSubnet({ subnet: '10.0.0.0/16' })],
      interfaces: [buildInterface()],
    });
    const { answer, asked } = await ask({ network }, user.ticks({ type: '10.0.200.1' }));
    expect(asked.choices).toHaveLength(200);
    expect(answer).toEqual(taking('10.0.200.1'));
  });

  it.each([
    ['commas', '10.0.10.11,10.0.10.12'],
    ['spaces and newlines', ' 10.0.10.11\n10.0.10.12 '],
    ['semicolons', '10.0.10.11; 10.0.10.12;'],
    ['a range of last numbers', '10.0.10.11-12'],
    ['a range of whole addresses', '10.0.10.11 - 10.0.10.12'],
  ])('reads a list with %s', async (_, type) => {
    const { answer } = await ask({}, user.ticks({ type }));
    expect(answer).toEqual(taking('10.0.10.11', '10.0.10.12'));
  });

  it.each([
    ['half an address', '10.0.10.', '10.0.10. is not an IPv4 address'],
    ['a name', 'web-01', 'is not an IPv4 address'],
    ['a number too large', '10.0.10.256', 'is not an IPv4 address'],
    ['an address of another subnet', '10.0.11.11', 'is outside subnet 10.0.10.0/24. Use 10.0.10.6 to 10.0.10.254'],
    ['a reserved address', '10.0.10.5', 'is reserved. Use 10.0.10.6'],
    ['the last address', '10.0.10.255', 'is reserved'],
    ['its own primary address', '10.0.10.14', 'is already the primary IP of this interface'],
    ['the primary address of another one', '10.0.10.6', 'is the primary IP of web-02/eth0'],
    ['an address twice', '10.0.10.11 10.0.10.11', 'is listed twice'],
    ['a range that runs backwards', '10.0.10.14-11', 'runs backwards'],
    ['a range without measure', '10.0.0.0-10.0.10.255', 'A range can have at most 256'],
    ['a range over its own primary address', '10.0.10.10-15', 'is already the primary IP'],
    [
      'more than there is room for',
      '10.0.10.8-13',
      '6 selected, but there is room for 5. An interface can have 5 secondary IPs.',
    ],
    ['one mistake among many', '10.0.10.11, 10.0.10.12, 10.0.10.1', '10.0.10.1 is reserved'],
    ['nothing', '', 'Select at least one address.'],
  ])('refuses %s and says what would be right', async (_, type, because) => {
    await ask({}, user.isRefused({ type }, because), user.dismisses());
  });

  it('refuses what the interface holds already', async () => {
    const because = '10.0.10.20 is already on this interface.';
    await ask({ no: '701237' }, user.isRefused({ type: '10.0.10.20' }, because), user.dismisses());
  });

  it('accepts after the mistake is mended, with what was right before', async () => {
    const { answer } = await ask(
      {},
      user.isRefused({ type: '10.0.10.11, 10.0.10.5' }, 'reserved'),
      user.ticks({ type: '10.0.10.11, 10.0.10.15' }),
    );
    expect(answer).toEqual(taking('10.0.10.11', '10.0.10.15'));
  });

  it('lets an address be taken that another interface holds as a secondary one', async () => {
    const { answer } = await ask({}, user.ticks({ type: '10.0.10.20' }));
    expect(answer).toEqual(taking('10.0.10.20'));
  });

  it('ticks what was picked before, and drops what became impossible meanwhile', async () => {
    const { asked } = await ask({ picked: ['10.0.10.9', '10.0.10.6', '10.0.10.40'] }, user.dismisses());
    expect(asked.initially).toEqual(['10.0.10.9', '10.0.10.40']);
  });

  it('hands over what was chosen so far when the user goes back', async () => {
    const { answer } = await ask({}, user.goesBack({ tick: ['10.0.10.8'], type: '10.0.10.41' }));
    expect(answer).toEqual({ kind: 'back', value: ['10.0.10.8', '10.0.10.41'] });
  });

  it('can say why nothing is possible in a subnet nobody sees', async () => {
    const network = buildNetwork({ subnets: [], interfaces: [buildInterface()] });
    const because = 'Subnet 3104 is not visible';
    const { asked } = await ask({ network }, user.isRefused({ type: '10.0.10.11' }, because), user.dismisses());
    expect(asked.choices).toEqual([]);
  });

  it.each([
    ['1', true],
    ['10.', true],
    ['10.0.10.20-', true],
    ['10.0.10.20 - 2', true],
    ['10.0.10.11, 10.0.', true],
    ['10.0.10.300', false],
    ['10..', false],
    ['10.0., ', false],
    ['web', false],
    ['10.0.10.20-300', false],
    ['10.0.10-20', false],
  ])('says of %j while it is typed that it may still become right: %s', async (text, isUnfinished) => {
    const network = threeInterfaces();
    let typed: readonly { readonly problem?: string; readonly isUnfinished?: boolean }[] = [];
    const prompter = scriptedPrompter();
    const pickMany: Prompter['pickMany'] = (question) => {
      typed = question.typed(text);
      return Promise.resolve(undefined);
    };
    const options = { picked: [], room: 5, atLeast: 1 };
    await askAddresses(
      { ...prompter, pickMany },
      { now: () => network, reservedIn: () => none },
      network.interface('701236')!,
      options,
      { title: 'x' },
    );
    const wrong = typed.filter(({ problem }) => problem !== undefined);
    expect(wrong.map((one) => one.isUnfinished ?? false)).toEqual([isUnfinished]);
  });
});
