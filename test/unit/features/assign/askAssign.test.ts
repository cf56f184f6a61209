import { describe, expect, it } from 'vitest';
import { addressChoices } from '../../../../src/features/assign/addressChoices';
import { assignSteps } from '../../../../src/features/assign/askAssign';
import { assignItem, type AssignAnswers } from '../../../../src/features/assign/assignAnswers';
import { typedAddresses } from '../../../../src/features/assign/assignChoices';
import type { AssignNetwork } from '../../../../src/features/assign/assignNetwork';
import type { AssignItem } from '../../../../src/plan/intent';
import { runWizard } from '../../../../src/ui/wizard';
import type { Network } from '../../../../src/model/network';
import { buildInterface, buildNetwork, buildSubnet } from '../../../support/buildNetwork';
import { scriptedPrompter, user, type Asked, type Reply } from '../../../support/scriptedPrompter';
import { threeInterfaces } from '../../../support/threeInterfaces';

const network = threeInterfaces();
const nothing = (): Promise<void> => Promise.resolve();
const asRead: AssignNetwork = {
  now: () => network,
  reservedIn: () => new Map(),
  look: nothing,
  lookAround: nothing,
  settle: nothing,
};
const web01 = { networkInterfaceNo: '701236' };

/** Runs the wizard by script. */
async function assign(
  given: AssignAnswers,
  ...script: readonly Reply[]
): Promise<{ item: AssignItem | undefined; asked: readonly Asked[] }> {
  const prompter = scriptedPrompter(...script);
  const answers = await runWizard('Assign', assignSteps(prompter, asRead, given), given);
  return { item: answers && assignItem(answers), asked: prompter.asked };
}
const where = ({ kind, step, totalSteps, canGoBack }: Asked): string =>
  `${kind} ${step}/${totalSteps}${canGoBack ? ' back' : ''}`;

describe('askAssign', () => {
  it('asks for interface, way and addresses, with step numbers', async () => {
    const { item, asked } = await assign(
      {},
      user.picks('web-01'),
      user.picks('Pick addresses'),
      user.ticks({ type: '10.0.10.11, 10.0.10.12' }),
    );
    expect(item).toEqual({ kind: 'assign', ...web01, secondaryIps: ['10.0.10.11', '10.0.10.12'] });
    expect(asked.map(where)).toEqual(['pick 1/2', 'pick 2/2 back', 'pickMany 3/3 back']);
    expect(asked.map(({ title }) => title)).toEqual(['Assign', 'Assign · web-01/eth0', 'Assign · web-01/eth0']);
  });

  it('does not ask for the interface it was called on', async () => {
    const { asked } = await assign(web01, user.picks('Pick addresses'), user.ticks({ tick: ['10.0.10.8'] }));
    expect(asked.map(where)).toEqual(['pick 1/1', 'pickMany 2/2 back']);
  });

  it('proposes the lowest unseen addresses, which can be changed', async () => {
    const { item, asked } = await assign(
      web01,
      user.picks('Propose addresses'),
      user.picks('2'),
      user.ticks({ untick: ['10.0.10.9'], type: '10.0.10.100' }),
    );
    expect(asked[2]?.initially).toEqual(['10.0.10.8', '10.0.10.9']);
    expect(item).toEqual({ kind: 'assign', ...web01, secondaryIps: ['10.0.10.8', '10.0.10.100'] });
  });

  it('takes addresses that are typed where ways to find some are offered, and asks about them', async () => {
    const { item, asked } = await assign(
      web01,
      user.types('10.0.10.11、 １0.0.10.20~21'),
      user.ticks({ untick: ['10.0.10.21'] }),
    );
    expect(asked[1]?.initially).toEqual(['10.0.10.11', '10.0.10.20', '10.0.10.21']);
    expect(item).toEqual({ kind: 'assign', ...web01, secondaryIps: ['10.0.10.11', '10.0.10.20'] });
  });

  it.each([
    ['10.0.10.14', 'primary IP'],
    ['10.9.9.9', 'outside subnet'],
    ['10.0.10.300', 'IPv4'],
    ['10.0.1', 'Type whole addresses'],
    ['10.0.10.40-45', '6 selected, but there is room for 5.'],
  ])('says of %s, typed there, why it cannot be', async (typed, because) => {
    await assign(web01, user.isRefused(typed, because), user.dismisses());
  });

  it('says of each typed address whether somebody holds it', () => {
    const rows = addressChoices(network, network.interface('701236')!, new Map([['10.0.10.12', 'OPS-812']]));
    const detailOf = (text: string): unknown => typedAddresses(text, 5, rows)?.detail;
    expect(detailOf('10.0.10.20')).toBe('held by web-02/eth0 (would be taken over)');
    expect(detailOf('10.0.10.11, 10.0.10.20')).toBe(
      '10.0.10.11 not seen in use · 10.0.10.20 held by web-02/eth0 (would be taken over)',
    );
    expect(detailOf('10.0.10.12')).toContain('OPS-812');
  });

  it('leaves other words to look for a way', () => {
    const rows = addressChoices(network, network.interface('701236')!, new Map());
    for (const text of ['propose', 'propose 3', 'web-01', ' ', '1. ,'])
      expect(typedAddresses(text, 5, rows)).toBeUndefined();
  });

  it('leaves the choice to the service: a number and no addresses', async () => {
    const { item } = await assign(web01, user.picks('Let NAVER Cloud choose'), user.picks('3'));
    expect(item).toEqual({ kind: 'assign', ...web01, secondaryIps: [], count: 3 });
  });

  it('takes both, with room for both together', async () => {
    const { item, asked } = await assign(
      web01,
      user.picks('let NAVER Cloud add more'),
      user.picks('3'),
      user.isRefused({ type: '10.0.10.11 10.0.10.12 10.0.10.13' }, '3 selected, but there is room for 2'),
      user.ticks({ untick: ['10.0.10.13'], type: '10.0.10.11 10.0.10.12' }),
    );
    expect(asked[1]?.choices).toEqual(['1', '2', '3', '4']);
    expect(item).toEqual({ kind: 'assign', ...web01, secondaryIps: ['10.0.10.11', '10.0.10.12'], count: 3 });
  });

  it('offers as many as there is room for', async () => {
    const { asked } = await assign(
      { networkInterfaceNo: '701237' },
      user.picks('Let NAVER Cloud choose'),
      user.picks('3'),
    );
    expect(asked[1]?.choices).toEqual(['1', '2', '3']);
  });

  it('asks nothing more about an address that somebody holds: the review that follows does', async () => {
    const reach = [user.picks('Pick addresses'), user.ticks({ type: '10.0.10.20, 10.0.10.11' })];
    const { item, asked } = await assign(web01, ...reach);
    expect(asked).toHaveLength(2);
    expect(item).toMatchObject({ secondaryIps: ['10.0.10.20', '10.0.10.11'] });
    expect(item).not.toHaveProperty('allowReassign');
  });

  describe('a full interface', () => {
    it('says so and goes no further', async () => {
      const { item, asked } = await assign({}, user.picks('vip-holder'), user.dismisses());
      expect(item).toBeUndefined();
      expect(asked[1]?.words).toContain('is full: 5 of 5');
    });

    it('lets the user go back and choose another one', async () => {
      const { item, asked } = await assign(
        {},
        user.picks('vip-holder'),
        user.goesBack(),
        user.picks('web-01'),
        user.picks('Let NAVER Cloud choose'),
        user.picks('1'),
      );
      expect(asked[2]?.initially).toEqual(['vip-holder']);
      expect(item).toMatchObject(web01);
    });

    it('says so as well when it was called on', async () => {
      const { item, asked } = await assign({ networkInterfaceNo: '701252' }, user.picks('Close'));
      expect(item).toBeUndefined();
      expect(asked).toHaveLength(1);
    });
  });

  describe('an interface that is changing', () => {
    const changing = (status: string) =>
      buildNetwork({
        subnets: [buildSubnet()],
        interfaces: [buildInterface({ networkInterfaceStatus: { code: status } })],
      });

    async function assignLater(settled: readonly string[], ...script: readonly Reply[]) {
      const statuses = [...settled];
      let read = changing('SET');
      const prompter = scriptedPrompter(...script);
      const settle = (): Promise<void> => {
        read = changing(statuses.shift() ?? 'SET');
        return Promise.resolve();
      };
      const steps = assignSteps(prompter, { ...asRead, now: () => read, settle }, web01);
      const answers = await runWizard<AssignAnswers>('Assign', steps, web01);
      return { answers, asked: prompter.asked };
    }

    it('is refused before anything else is asked, and goes on by itself once it has settled', async () => {
      const { answers, asked } = await assignLater(
        ['USED'],
        user.picks('Wait Until It Settles'),
        user.picks('Let NAVER Cloud choose'),
        user.picks('1'),
      );
      expect(asked[0]?.words).toContain('is being changed right now');
      expect(answers).toMatchObject({ ...web01, how: 'service', count: 1 });
    });

    it('asks once more when it has not settled by the end of the wait', async () => {
      const wait = user.picks('Wait Until It Settles');
      const { answers, asked } = await assignLater(['SET', 'USED'], wait, wait, user.dismisses());
      expect(answers).toBeUndefined();
      expect(asked).toHaveLength(3);
    });

    it('ends without an answer when nobody wants to wait', async () => {
      const { answers, asked } = await assignLater([], user.picks('Close'));
      expect(answers).toBeUndefined();
      expect(asked).toHaveLength(1);
    });
  });

  describe('a subnet in which no address is left', () => {
    const [web, held] = [
      { networkInterfaceNo: '1', ip: '10.0.10.6' },
      { networkInterfaceNo: '2', ip: '10.0.10.7' },
    ];
    const fullSubnet = (secondaryIpList: readonly string[]) =>
      buildNetwork({
        subnets: [buildSubnet({ subnet: '10.0.10.0/28' })],
        interfaces: [
          buildInterface(web),
          buildInterface({ ...held, secondaryIpList }),
          ...['8', '9', '10', '11', '12', '13', '14']
            .filter((last) => !secondaryIpList.includes(`10.0.10.${last}`))
            .map((last) => buildInterface({ networkInterfaceNo: `70${last}`, ip: `10.0.10.${last}` })),
        ],
      });

    async function propose(read: Network, lookAround: () => Promise<void>, ...script: readonly Reply[]) {
      const prompter = scriptedPrompter(user.picks('Propose addresses'), ...script);
      const given = { networkInterfaceNo: '1' };
      const steps = assignSteps(prompter, { ...asRead, now: () => read, lookAround }, given);
      return { answers: await runWizard<AssignAnswers>('Assign', steps, given), asked: prompter.asked };
    }

    it('says so after a look around, and offers what can be taken over by its name', async () => {
      let looks = 0;
      const { answers, asked } = await propose(
        fullSubnet(['10.0.10.13', '10.0.10.14']),
        () => {
          looks++;
          return Promise.resolve();
        },
        user.picks('Take Over Addresses'),
        user.ticks({ tick: ['10.0.10.14'] }),
      );
      expect(looks).toBe(1);
      expect(asked[1]?.words).toMatch(/^No addresses left to propose in .* \(10\.0\.10\.0\/28\)/);
      expect(asked[2]).toMatchObject({
        words: 'Select addresses to take over from other interfaces, or type them',
        choices: ['10.0.10.13', '10.0.10.14'],
        initially: [],
      });
      expect(answers && assignItem(answers)).toEqual({
        kind: 'assign',
        networkInterfaceNo: '1',
        secondaryIps: ['10.0.10.14'],
      });
    });

    it('offers no takeover where every address is a primary one', async () => {
      const { answers, asked } = await propose(fullSubnet([]), nothing, user.picks('Close'));
      expect(asked[1]?.choices).toEqual(['Close']);
      expect(answers).toBeUndefined();
    });

    it('offers no more than are left', async () => {
      const interfaces = fullSubnet([]).interfaces.filter(({ ip }) => ip !== '10.0.10.9' && ip !== '10.0.10.10');
      const read = buildNetwork({ subnets: [buildSubnet({ subnet: '10.0.10.0/28' })], interfaces });
      const { asked } = await propose(read, nothing, user.dismisses());
      expect(asked[1]?.choices).toEqual(['1', '2']);
    });
  });

  describe('Back', () => {
    it('keeps what was answered', async () => {
      const { item, asked } = await assign(
        {},
        user.picks('web-01'),
        user.picks('Propose addresses'),
        user.picks('3'),
        user.goesBack({ untick: ['10.0.10.8'] }),
        user.goesBack(),
        user.goesBack(),
        user.picks('web-01'),
        user.picks('Propose addresses'),
        user.picks('3'),
        user.ticks({}),
      );
      expect(asked.slice(4).map(({ initially }) => initially)).toEqual([
        ['3'],
        ['Propose addresses for me'],
        ['web-01/eth0'],
        ['Propose addresses for me'],
        ['3'],
        ['10.0.10.9', '10.0.10.10'],
      ]);
      expect(item?.secondaryIps).toEqual(['10.0.10.9', '10.0.10.10']);
    });

    it('forgets addresses when another interface is chosen: they were proposed for that one', async () => {
      const { asked } = await assign(
        {},
        user.picks('web-01'),
        user.picks('Propose addresses'),
        user.picks('2'),
        user.goesBack({ type: '10.0.10.99' }),
        user.goesBack(),
        user.goesBack(),
        user.picks('web-02'),
        user.picks('Pick addresses'),
        user.ticks({ tick: ['10.0.10.8'] }),
      );
      expect(asked.at(-2)?.initially).toEqual([]);
      expect(asked.at(-1)?.initially).toEqual([]);
    });

    it('proposes anew when another number is chosen', async () => {
      const { asked } = await assign(
        web01,
        user.picks('Propose addresses'),
        user.picks('1'),
        user.goesBack(),
        user.picks('3'),
        user.ticks({}),
      );
      expect(asked.at(-1)?.initially).toEqual(['10.0.10.8', '10.0.10.9', '10.0.10.10']);
    });
  });

  it('keeps the addresses it was called with when it asks for the interface', async () => {
    const given = { secondaryIps: ['10.0.10.11'], allowReassign: true };
    const { item, asked } = await assign(given, user.picks('web-01'));
    expect(asked).toHaveLength(1);
    expect(item).toEqual({ kind: 'assign', ...web01, ...given });
  });

  it('keeps the number it was called with too', async () => {
    const { item } = await assign({ count: 2 }, user.picks('web-01'));
    expect(item).toEqual({ kind: 'assign', ...web01, secondaryIps: [], count: 2 });
  });

  it('refuses an interface that is not there, before it asks anything', async () => {
    await expect(assign({ networkInterfaceNo: '999' })).rejects.toThrow('No network interface 999');
  });

  it('ends without an answer when a question is dismissed', async () => {
    const { item } = await assign({}, user.picks('web-01'), user.dismisses());
    expect(item).toBeUndefined();
  });
});
