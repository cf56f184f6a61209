import type { Scope } from '../session/scope';
import type { Subject, TreeNode } from './node';

/** The node of a region whose subject is the one; only what may hold it is asked for its children. */
export function findNode(
  roots: readonly TreeNode[],
  { profile, regionCode }: Scope,
  isIt: (subject: Subject) => boolean,
): TreeNode | undefined {
  const isHere = ({ subject: { kind, scope } }: TreeNode): boolean =>
    scope.profile.id === profile.id && (kind === 'profile' || scope.regionCode === regionCode);
  for (const node of roots.filter(isHere)) {
    const found = isIt(node.subject) ? node : findNode(node.children(), { profile, regionCode }, isIt);
    if (found) return found;
  }
  return undefined;
}

/** The first `most` subnets or servers, top to bottom, however deep they are. */
export function holdersIn(roots: readonly TreeNode[], most: number): readonly TreeNode[] {
  const found: TreeNode[] = [];
  const collect = (nodes: readonly TreeNode[]): void => {
    for (const node of nodes) {
      const { kind } = node.subject;
      if (found.length >= most) return;
      if (kind === 'subnet' || kind === 'server') found.push(node);
      else if (kind === 'profile' || kind === 'region' || kind === 'vpc') collect(node.children());
    }
  };
  collect(roots);
  return found;
}
