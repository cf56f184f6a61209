import { isSettling, maxSecondaryIps } from '../../model/networkInterface';
import type { Intent } from '../../plan/intent';
import type { Plan, Problem } from '../../plan/plan';
import { planChange } from '../../plan/planChange';
import type { Reading } from '../../session/networkState';
import type { Scope } from '../../session/scope';
import { createNamer } from '../../words/namer';
import { PlanRefused } from '../../words/planRefused';
import { withViewProgress } from '../../ui/progress';
import type { CommandContext } from '../commandContext';

type Context = Pick<CommandContext, 'readers' | 'networks' | 'reservations' | 'clock'>;

/** Something wanted of a region as it was read. */
interface Wanted {
  readonly scope: Scope;
  readonly reading: Reading;
  readonly intent: Intent;
}

/** A plan, and the reading that it was made on. */
export interface FreshPlan {
  readonly plan: Plan;
  readonly reading: Reading;
}

/** What is older (ms) may have been changed by somebody since: no refusal rests on it alone. */
const freshMs = 5_000;

/** Problems that the next moment may take away. The others are about what was asked for, not about what was read. */
const passing: readonly Problem['kind'][] = [
  'nothingToDo',
  'unknownInterface',
  'ambiguousInterface',
  'settling',
  'othersPrimary',
  'heldByOther',
  'tooMany',
  'notFound',
  'movedOn',
  'noUnseenAddress',
];

/** Whether these problems may be gone already: they rest on a reading that is not of this moment. */
export function mayHavePassed(
  { clock }: Pick<CommandContext, 'clock'>,
  { endedAt }: Pick<Reading, 'endedAt'>,
  problems: readonly Problem[],
): boolean {
  return Math.abs(clock.now() - endedAt) > freshMs && problems.some(({ kind }) => passing.includes(kind));
}

/**
 * The plan of an intent. One that is refused because of what was read a while ago is planned once more on its interfaces as
 * they are now. Throws PlanRefused with everything that stands in its way, and what reading them throws: what cannot be
 * looked at is neither refused nor planned.
 */
export async function planFresh(context: Context, wanted: Wanted): Promise<FreshPlan> {
  const { scope, reading, intent } = wanted;
  const first = planOn(context, wanted);
  if (first.ok) return { plan: first.plan, reading };
  if (!mayHavePassed(context, reading, first.problems)) throw refused(first.problems, reading);
  const fresh = await lookAgain(context, scope, reading, touchedBy(intent, first.problems));
  const second = planOn(context, { ...wanted, reading: fresh });
  if (second.ok) return { plan: second.plan, reading: fresh };
  throw refused(second.problems, fresh);
}

/**
 * The reading to ask questions on about these interfaces: one that was full, busy or not there is read once more, when that
 * was a while ago. Throws ApiError.
 */
export async function freshInterfaces(
  context: Context,
  { scope, reading }: Omit<Wanted, 'intent'>,
  networkInterfaceNos: readonly string[],
): Promise<Reading> {
  const problems = networkInterfaceNos.flatMap((networkInterfaceNo): Problem[] => {
    const found = reading.network.interface(networkInterfaceNo);
    const isFit = found && !isSettling(found) && found.secondaryIpList.length < maxSecondaryIps;
    return isFit ? [] : [{ kind: 'unknownInterface', networkInterfaceNo }];
  });
  if (!mayHavePassed(context, reading, problems)) return reading;
  const networkInterfaceNoList = problems.flatMap((one) => ('networkInterfaceNo' in one ? one.networkInterfaceNo : []));
  return lookAgain(context, scope, reading, { networkInterfaceNoList, secondaryIpList: [] });
}

/** The reading to say on that no address is left: the region is read once more when that was a while ago. Throws ApiError. */
export function freshRegion(context: Context, { scope, reading }: Omit<Wanted, 'intent'>): Promise<Reading> {
  const isFresh = Math.abs(context.clock.now() - reading.endedAt) <= freshMs;
  return isFresh ? Promise.resolve(reading) : withViewProgress(() => context.networks.refresh(scope));
}

/** The plan of an intent on a reading, whatever its age; nothing is read. */
export function planOn(
  { reservations }: Pick<Context, 'reservations'>,
  { scope, reading: { network }, intent }: Wanted,
) {
  return planChange(intent, network, {
    readOnly: scope.profile.protection === 'readOnly',
    reservedIn: (subnetNo) => reservations.reservedIn(scope, subnetNo),
  });
}

function refused(problems: readonly Problem[], { network }: Reading): PlanRefused {
  return new PlanRefused(problems, createNamer(network));
}

/** What to read again: the interfaces of the intent and those that are in its way, and addresses wherever they went. */
interface Touched {
  readonly networkInterfaceNoList: readonly string[];
  readonly secondaryIpList: readonly string[];
  /** Only the whole region tells: an address is wanted that nobody holds. */
  readonly isWhole?: boolean;
}

/** A query of more numbers than these is longer than some proxies pass on. */
const mostNumbers = 100;

function touchedBy({ items }: Intent, problems: readonly Problem[]): Touched {
  const isRefused = (index: number): boolean => problems.some(({ item = index }) => item === index);
  const wanted = items
    .filter((_, index) => isRefused(index))
    .flatMap((item) => [item.networkInterfaceNo, item.kind === 'move' ? item.from : undefined]);
  const inTheWay = problems.flatMap((problem) => [
    'holder' in problem ? problem.holder : undefined,
    'networkInterfaceNo' in problem ? problem.networkInterfaceNo : undefined,
  ]);
  const lost = problems.flatMap((problem) =>
    problem.kind === 'notFound' || problem.kind === 'movedOn' ? [problem.address] : [],
  );
  const numbers = new Set([...wanted, ...inTheWay].filter((no) => no !== undefined));
  const isWhole = numbers.size > mostNumbers || problems.some(({ kind }) => kind === 'noUnseenAddress');
  return { networkInterfaceNoList: [...numbers], secondaryIpList: [...new Set(lost)], isWhole };
}

/** Reads them once; the tree follows. Whether one that is missing is gone is for the region to tell. */
async function lookAgain(
  { readers, networks }: Context,
  scope: Scope,
  reading: Reading,
  { networkInterfaceNoList, secondaryIpList, isWhole = false }: Touched,
): Promise<Reading> {
  if (isWhole) return withViewProgress(() => networks.refresh(scope));
  return withViewProgress(async () => {
    const reader = await readers.open(scope);
    const fresh = await reader.interfaces([
      ...(secondaryIpList.length > 0 ? [{ secondaryIpList }] : []),
      ...(networkInterfaceNoList.length > 0 ? [{ networkInterfaceNoList }] : []),
    ]);
    const found = new Set(fresh.map(({ networkInterfaceNo }) => networkInterfaceNo));
    if (networkInterfaceNoList.some((no) => !found.has(no))) return networks.refresh(scope);
    reader.follow(fresh);
    const state = networks.state(scope);
    const newest = state.last ?? reading;
    return { ...newest, network: newest.network.withInterfaces(fresh) };
  });
}
