import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDeclaration } from '../../../src/declared/checkDeclaration';
import type { Declaration } from '../../../src/declared/declaration';
import type { Network } from '../../../src/model/network';
import type { Intent } from '../../../src/plan/intent';
import type { Plan } from '../../../src/plan/plan';
import { planChange } from '../../../src/plan/planChange';
import { undoIntent } from '../../../src/plan/undoIntent';
import { buildEntry } from '../../support/buildEntry';
import { declarationOf, mayLose, projects, type Project } from '../../support/declaredProjects';
import { addressesOf, carryOut, playPlan, type Fate } from '../../support/planSituations';

/** A few hundred in `npm test`; more with NCLOUD_IP_DECLARED_RUNS. */
const numRuns = Number(process.env.NCLOUD_IP_DECLARED_RUNS ?? 400);

/** What makes a plan of files: ours, or one that breaks a rule. */
type Planner = (
  declaration: Declaration,
  network: Network,
) => { readonly plan?: Plan | undefined; readonly intent: Intent };

/** What is wrong with what a plan takes away: the addresses that no rule of the files lets go. `seen` counts the rules that did. */
function unlawful(project: Project, planner: Planner, seen = new Map<string, number>()): string[] {
  const { network } = project;
  const declaration = declarationOf(project);
  const plan = declaration && planner(declaration, network).plan;
  if (!plan) return [];
  // Not what the plan says of itself: what the documented service makes of its calls.
  const { after } = carryOut(plan, network);
  return network.interfaces.flatMap(({ networkInterfaceNo: no, subnetNo, secondaryIpList }) => {
    const left = new Set(after.interface(no)?.secondaryIpList);
    return secondaryIpList
      .filter((address) => !left.has(address))
      .flatMap((address) => {
        const why = mayLose(project, no, address);
        seen.set(why ?? 'nothing', (seen.get(why ?? 'nothing') ?? 0) + 1);
        if (project.files.length > 1) seen.set('severalFiles', (seen.get('severalFiles') ?? 0) + 1);
        // What is only moved is not released on the way.
        const isLost = why === 'moved' && !after.holder(subnetNo, address);
        return why === undefined || isLost ? [`${no} loses ${address}`] : [];
      });
  });
}

const everyInterface = (declaration: Declaration, change: Partial<Declaration['interfaces'][number]>): Declaration => ({
  ...declaration,
  interfaces: declaration.interfaces.map((one) => ({ ...one, ...change })),
});

/** All files as one. */
function alone(declaration: Declaration): Declaration {
  const { files, ...rest } = declaration;
  return files ? rest : declaration;
}

/** Planners that break the rule, each in another way. */
const broken: Readonly<Record<string, Planner>> = {
  'takes every interface for authoritative': (declaration, network) =>
    checkDeclaration(everyInterface(declaration, { authoritative: true }), network),
  'releases in the subnets of the other files, too': (declaration, network) =>
    checkDeclaration(alone(declaration), network),
  'releases in every subnet of the network': (declaration, network) => {
    const named = network.interfaces.map(({ networkInterfaceNo: text }) => ({
      name: { text, start: 0, end: 0 },
      secondaryIps: [],
      authoritative: false,
    }));
    const { released } = declaration;
    const own = checkDeclaration(declaration, network);
    const other = checkDeclaration({ ...alone(declaration), ...nothing, interfaces: named, released }, network);
    return planOf([...own.intent.items, ...other.intent.items], network);
  },
  'releases what is reserved': (declaration, network) => {
    const reserved = declaration.reserved.map(({ text, start, end }) => ({ text, start, end }));
    return checkDeclaration({ ...alone(declaration), reserved: [], released: reserved }, network);
  },
  'releases an address that the files do not name, from an interface that they name': (declaration, network) => {
    const { intent, targets } = checkDeclaration(declaration, network);
    const listed = new Set(declaration.interfaces.flatMap(({ secondaryIps }) => secondaryIps.map(({ text }) => text)));
    const extra = targets.flatMap(({ declared, networkInterface: { networkInterfaceNo, secondaryIpList } }) =>
      declared.authoritative
        ? []
        : secondaryIpList
            .filter((address) => !listed.has(address))
            .slice(0, 1)
            .map((address) => ({ kind: 'unassign' as const, networkInterfaceNo, secondaryIps: [address] })),
    );
    return planOf([...intent.items, ...extra], network);
  },
};
const nothing = { interfaces: [], floating: [], reserved: [], released: [] };

function planOf(items: Intent['items'], network: Network): ReturnType<Planner> {
  const result = planChange({ items }, network);
  return { intent: { items }, plan: result.ok ? result.plan : undefined };
}

describe('files of declared addresses, several at once', () => {
  it('never take an address from anybody that is neither declared elsewhere, nor released there, nor on an authoritative interface', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(projects, (project) => {
        expect(unlawful(project, checkDeclaration, seen)).toEqual([]);
      }),
      { numRuns },
    );
    // Every rule was met, and so were several files.
    for (const rule of ['authoritative', 'released', 'moved', 'severalFiles']) {
      expect(seen.get(rule) ?? 0, rule).toBeGreaterThan(numRuns / 40);
    }
  });

  it.each(Object.entries(broken))('would be caught by that, if a plan %s', (_, planner) => {
    const property = fc.property(projects, (project) => unlawful(project, planner).length === 0);
    expect(fc.check(property, { numRuns: 2_000, seed: 1, endOnFailure: true })).toMatchObject({ failed: true });
  });

  it('are in place once applied, and what was there comes back by an undo', () => {
    const seen = { plans: 0, losing: 0 };
    fc.assert(
      fc.property(projects, (project) => {
        const { network } = project;
        const declaration = declarationOf(project);
        const { plan, intent } = declaration ? checkDeclaration(declaration, network) : {};
        if (!declaration || !plan || !intent) return;
        seen.plans++;
        seen.losing += plan.changes.some(({ loses }) => loses.length > 0) ? 1 : 0;
        const { after, steps } = playPlan(plan, network, Array<Fate>(plan.steps.length).fill('applied'));
        expect(checkDeclaration(declaration, after).intent.items).toEqual([]);
        const undo = undoIntent(buildEntry({ id: 'a', intent, plan, steps }), after);
        const back = undo.ok ? planChange(undo.intent, after) : undefined;
        expect(back).toMatchObject({ ok: true });
        if (back?.ok) expect(addressesOf(carryOut(back.plan, after).after)).toEqual(addressesOf(network));
      }),
      { numRuns },
    );
    expect(seen.plans).toBeGreaterThan(numRuns / 5);
    expect(seen.losing).toBeGreaterThan(numRuns / 20);
  });
});
