import type { Scope } from '../session/networkStore';
import type { Subject, TreeNode } from './node';

/** The node of a region whose subject is the one; only what may hold it is asked for its children. */
export async function findNode(
  roots: readonly TreeNode[],
  { profile, regionCode }: Scope,
  isIt: (subject: Subject) => boolean,
): Promise<TreeNode | undefined> {
  const isHere = ({ subject: { kind, scope } }: TreeNode): boolean =>
    scope.profile.id === profile.id && (kind === 'profile' || scope.regionCode === regionCode);
  const search = async (nodes: readonly TreeNode[]): Promise<TreeNode | undefined> => {
    for (const node of nodes.filter(isHere)) {
      const found = isIt(node.subject) ? node : await search(await node.children());
      if (found) return found;
    }
    return undefined;
  };
  return search(roots);
}

/** The first `most` subnets or servers, top to bottom, however deep they are. */
export async function holdersIn(roots: readonly TreeNode[], most: number): Promise<readonly TreeNode[]> {
  const found: TreeNode[] = [];
  const collect = async (nodes: readonly TreeNode[]): Promise<void> => {
    for (const node of nodes) {
      const { kind } = node.subject;
      if (found.length >= most) return;
      if (kind === 'subnet' || kind === 'server') found.push(node);
      else if (kind === 'profile' || kind === 'region' || kind === 'vpc') await collect(await node.children());
    }
  };
  await collect(roots);
  return found;
}
