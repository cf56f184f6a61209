import type { NetworkInterface } from '../model/networkInterface';
import type { Drawing, Region } from './drawing';
import type { Subject } from './node';

/** What may be other on a row: nothing, how it displays, or also which rows are under it. */
export type Touch = 'nothing' | 'appearance' | 'content';

/** Of each row of a region, by what it stands for. */
export type Touches = (subject: Subject) => Touch;

/**
 * Which rows may differ between two drawings of a region. To compare every row takes as long as to draw it, so the networks
 * are compared first: where interfaces changed and stayed in their places, only they and the rows above them are looked at.
 */
export function touchesBetween(before: Region, after: Region): Touches {
  const [was, is] = [before.drawing, after.drawing];
  if (!was || !is || errorOf(before) !== errorOf(after)) return anything;
  const hasOtherGaps = was.gaps !== is.gaps && was.gaps.length + is.gaps.length > 0;
  if (hasOtherGaps || was.exempt !== is.exempt || was.preview !== is.preview) return anything;
  const changed = changedInPlace(was, is);
  return changed ? ofInterfaces([...changed, ...marked(was, is)]) : anything;
}

const anything: Touches = () => 'content';

function errorOf({ state }: Region): unknown {
  return state.kind === 'failed' ? state.error : undefined;
}

/** Undefined where rows may have come, gone or moved, and where anything else was read anew. */
function changedInPlace(was: Drawing, is: Drawing): readonly NetworkInterface[] | undefined {
  const [old, now] = [was.network, is.network];
  if (old === now) return [];
  const isSameAround = old.vpcs === now.vpcs && old.subnets === now.subnets && old.servers === now.servers;
  if (is.isFiltered || !isSameAround || old.interfaces.length !== now.interfaces.length) return undefined;
  const changed: NetworkInterface[] = [];
  for (const [at, one] of now.interfaces.entries()) {
    const before = old.interfaces[at];
    if (one === before) continue;
    if (!before || !places.every((place) => one[place] === before[place])) return undefined;
    changed.push(one);
  }
  return changed;
}

/** What decides where a row stands, and what rows of other interfaces look at. */
const places = [
  ...(['networkInterfaceNo', 'networkInterfaceName', 'deviceName'] as const),
  ...(['ip', 'subnetNo', 'instanceNo'] as const),
] satisfies readonly (keyof NetworkInterface)[];

function marked(was: Drawing, is: Drawing): readonly NetworkInterface[] {
  const numbers = (['busy', 'fresh'] as const).flatMap((mark) =>
    was[mark] === is[mark] ? [] : [...was[mark].keys(), ...is[mark].keys()],
  );
  return numbers.flatMap((no) => is.network.interface(no) ?? []);
}

function ofInterfaces(changed: readonly NetworkInterface[]): Touches {
  const interfaces = new Set(changed.map(({ networkInterfaceNo }) => networkInterfaceNo));
  const subnets = new Set(changed.map(({ subnetNo }) => subnetNo));
  const servers = new Set(changed.map(({ instanceNo }) => instanceNo));
  return (subject) => {
    switch (subject.kind) {
      case 'subnet':
        return subnets.has(subject.subnetNo) ? 'appearance' : 'nothing';
      case 'server':
        return servers.has(subject.serverInstanceNo) ? 'appearance' : 'nothing';
      case 'interface':
      case 'address':
        return interfaces.has(subject.networkInterfaceNo) ? 'content' : 'nothing';
      case 'profile':
      case 'region':
      case 'vpc':
      case 'problem':
      case 'note':
        return 'appearance';
    }
  };
}
