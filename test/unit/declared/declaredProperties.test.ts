import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createApi } from '../../../src/api/createApi';
import { checkDeclaration, type CheckedDeclaration } from '../../../src/declared/checkDeclaration';
import { isBlocking } from '../../../src/declared/declaration';
import { edited } from '../../../src/declared/listEdits';
import { liveEdits } from '../../../src/declared/liveEdits';
import { readDeclarations } from '../../../src/declared/readDeclarations';
import { writeDeclaration } from '../../../src/declared/writeDeclaration';
import type { Network } from '../../../src/model/network';
import type { Plan } from '../../../src/plan/plan';
import { planChange } from '../../../src/plan/planChange';
import { undoIntent } from '../../../src/plan/undoIntent';
import { loadNetwork } from '../../../src/session/loadNetwork';
import { buildEntry } from '../../support/buildEntry';
import { addressesOf, carryOut, playPlan, situation, type Fate } from '../../support/planSituations';
import { recordLog } from '../../support/recordLog';
import { startTestSandbox } from '../../support/sandbox';

/** A few hundred in `npm test`; more with NCLOUD_IP_DECLARED_RUNS. */
const numRuns = Number(process.env.NCLOUD_IP_DECLARED_RUNS ?? 400);

const today = '2026-11-27';

function check(text: string, network: Network): CheckedDeclaration {
  const { documents, problems } = readDeclarations(text, today);
  expect(problems.filter(isBlocking)).toEqual([]);
  return checkDeclaration(documents[0]!.declaration!, network);
}

/** The network once a plan is carried out: what its `after` says, and nothing else. */
function applied(plan: Plan, network: Network): Network {
  const after = new Map(plan.changes.map((change) => [change.networkInterfaceNo, change.after]));
  return network.withInterfaces(
    network.interfaces.map((one) => ({
      ...one,
      secondaryIpList: after.get(one.networkInterfaceNo) ?? one.secondaryIpList,
    })),
  );
}

const octet = fc.integer({ min: 4, max: 31 });
const raw = fc.record({
  lists: fc.array(
    fc.record({ at: fc.nat(), authoritative: fc.boolean(), last: fc.uniqueArray(octet, { maxLength: 4 }) }),
    {
      maxLength: 4,
    },
  ),
  floating: fc.array(fc.record({ last: octet, at: fc.nat(), also: fc.nat() }), { maxLength: 2 }),
  reserved: fc.array(octet, { maxLength: 2 }),
  released: fc.uniqueArray(octet, { maxLength: 2 }),
  maxRemovals: fc.integer({ min: 0, max: 8 }),
  /** Of ten, so many files are left as they were drawn: most of them make no sense. */
  asIs: fc.integer({ min: 0, max: 9 }),
});

/** A file about a network, which mostly makes sense. */
const pair = fc.tuple(situation, raw).map(([{ network }, drawn]) => {
  const { interfaces } = network;
  const numberOf = (at: number): string => interfaces[at % interfaces.length]!.networkInterfaceNo;
  const primaries = new Set(interfaces.map(({ ip }) => ip));
  const spent = new Set<string>();
  const usable = (last: number): string[] => {
    const address = `10.0.10.${last}`;
    if (drawn.asIs === 0) return [address];
    const isBad = last < 6 || last > 14 || primaries.has(address) || spent.has(address);
    if (!isBad) spent.add(address);
    return isBad ? [] : [address];
  };
  const lists = new Map(
    drawn.lists.map(({ at, authoritative, last }) => [
      numberOf(at),
      { secondaryIps: last.flatMap(usable), authoritative },
    ]),
  );
  const floating = drawn.floating.flatMap(({ last, at, also }) =>
    usable(last).map((address) => {
      const { subnetNo } = interfaces[at % interfaces.length]!;
      const neighbours = network.interfacesOf(subnetNo);
      const other = neighbours[also % neighbours.length]!.networkInterfaceNo;
      return { address, holders: [...new Set([numberOf(at), other])] };
    }),
  );
  const reserved = drawn.reserved.flatMap(usable).map((address) => ({ address }));
  const released = drawn.released.flatMap(usable);
  const { maxRemovals } = drawn;
  const file = { version: 1, interfaces: Object.fromEntries(lists), floating, reserved, released, maxRemovals };
  // JSON is YAML.
  return { network, text: JSON.stringify(file), lists, released, floating };
});

describe('a file of declared addresses', () => {
  it('is in place once its plan was carried out, or says what stands in the way', () => {
    let planned = 0;
    fc.assert(
      fc.property(pair, ({ network, text }) => {
        const first = check(text, network);
        if (!first.plan) {
          expect(first.intent.items.length === 0 || first.problems.some(isBlocking)).toBe(true);
          return;
        }
        planned++;
        const after = applied(first.plan, network);
        // The documented service agrees that this is where the calls lead.
        expect(addressesOf(carryOut(first.plan, network).after)).toEqual(addressesOf(after));
        const second = check(text, after);
        expect(second.problems.filter(isBlocking)).toEqual([]);
        expect(second.intent.items).toEqual([]);
      }),
      { numRuns },
    );
    expect(planned).toBeGreaterThan(numRuns / 10);
  });

  it('is taken back to what was there before it was applied', () => {
    let undone = 0;
    fc.assert(
      fc.property(pair, ({ network, text }) => {
        const { plan, intent } = check(text, network);
        if (!plan) return;
        const { after, steps } = playPlan(plan, network, Array<Fate>(plan.steps.length).fill('applied'));
        const undo = undoIntent(buildEntry({ id: 'a', intent, plan, steps }), after);
        const back = undo.ok ? planChange(undo.intent, after) : undefined;
        expect(back).toMatchObject({ ok: true });
        if (!back?.ok) return;
        undone++;
        expect(addressesOf(carryOut(back.plan, after).after)).toEqual(addressesOf(network));
      }),
      { numRuns },
    );
    expect(undone).toBeGreaterThan(numRuns / 10);
  });

  it('never takes an address off that it does not name, but from an authoritative interface', () => {
    let lost = 0;
    fc.assert(
      fc.property(pair, ({ network, text, lists, released, floating }) => {
        const { plan } = check(text, network);
        const named = new Set([
          ...[...lists.values()].flatMap(({ secondaryIps }) => secondaryIps),
          ...floating.map(({ address }) => address),
          ...released,
        ]);
        for (const { networkInterfaceNo, loses } of plan?.changes ?? []) {
          lost += loses.length;
          if (!lists.get(networkInterfaceNo)?.authoritative) expect(loses.filter((one) => !named.has(one))).toEqual([]);
        }
      }),
      { numRuns },
    );
    expect(lost).toBeGreaterThan(numRuns / 20);
  });

  it('has nothing left to do once what is live was accepted', () => {
    let accepted = 0;
    fc.assert(
      fc.property(pair, ({ network, text }) => {
        const checked = check(text, network);
        const edits = liveEdits(checked, text, network).flatMap((one) => one.edits);
        if (edits.length === 0 || checked.problems.some(isBlocking)) return;
        accepted++;
        const { problems, wants, releases } = check(edited(text, edits), network);
        expect(problems.filter(isBlocking)).toEqual([]);
        expect(wants.filter(({ state }) => state !== 'inPlace')).toEqual([]);
        // What the file keeps for somebody is not written into a list of it.
        expect(releases.filter(({ address }) => !checked.isReserved(address))).toEqual([]);
      }),
      { numRuns },
    );
    expect(accepted).toBeGreaterThan(numRuns / 10);
  });

  it('takes no more away than it allows', () => {
    fc.assert(
      fc.property(pair, ({ network, text }) => {
        const { plan, declaration } = check(text, network);
        const lost = plan?.changes.flatMap(({ loses }) => loses) ?? [];
        expect(lost.length).toBeLessThanOrEqual(declaration.maxRemovals);
      }),
      { numRuns },
    );
  });
});

describe('an exported file', () => {
  const scope = { profile: 'production', region: 'KR', comment: 'What is there\nnow' };

  it('has a plan without changes, whatever the network', () => {
    fc.assert(
      fc.property(situation, ({ network }) => {
        const text = writeDeclaration(network.interfaces, network, scope);
        const { problems, intent, wants } = check(text, network);
        expect([problems, intent.items]).toEqual([[], []]);
        expect(wants).toHaveLength(network.interfaces.flatMap((one) => one.secondaryIpList).length);
      }),
      { numRuns },
    );
  });

  it.each(['small', 'empty', 'large'] as const)('has a plan without changes in the scenario %s', async (scenario) => {
    const sandbox = await startTestSandbox({ scenario });
    const { accessKey, secretKey, url } = sandbox;
    const api = createApi({
      gatewayUrl: url,
      stsUrl: url,
      credentials: () => Promise.resolve({ accessKey, secretKey }),
      now: () => Date.now(),
      log: recordLog(),
      requestsPerSecond: 50,
    });
    for (const region of ['KR', 'JPN']) {
      const { network } = await loadNetwork(api, region, {});
      const { problems, intent, wants } = check(writeDeclaration(network.interfaces, network, scope), network);
      expect([problems, intent.items]).toEqual([[], []]);
      expect(wants).toHaveLength(network.interfaces.flatMap((one) => one.secondaryIpList).length);
    }
    api.dispose();
    await sandbox.close();
  });

  it('names each interface as people do, and says what it is', () => {
    const { network } = fc.sample(situation, { numRuns: 1, seed: 7 })[0]!;
    const text = writeDeclaration(network.interfaces, network, scope);
    expect(text).toMatch(/^# What is there\n# now\n+version: 1\nprofile: production\nregion: KR\ninterfaces:\n/);
    expect(text).toMatch(/^ {2}nic-\d: \[10\.0\.10\.\d+/m);
  });
});
