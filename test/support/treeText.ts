import type { TreeItem } from 'vscode';
import type { NetworkTree } from '../../src/tree/networkTree';
import type { TreeNode } from '../../src/tree/node';
import { withHover } from '../../src/tree/nodeItem';

/** A node as it is drawn, with its depth. */
export interface DrawnNode {
  readonly node: TreeNode;
  readonly item: TreeItem;
  readonly depth: number;
}

/** Every node of the tree, opened, top to bottom. */
export async function drawTree(tree: NetworkTree): Promise<DrawnNode[]> {
  const draw = async (nodes: readonly TreeNode[], depth: number): Promise<DrawnNode[]> => {
    const drawn: DrawnNode[] = [];
    for (const node of nodes) {
      drawn.push({ node, item: withHover(tree.getTreeItem(node)), depth });
      drawn.push(...(await draw(await tree.getChildren(node), depth + 1)));
    }
    return drawn;
  };
  return draw(await tree.getChildren(), 0);
}

/** The tree as text: icon, label, description; two blanks for each level. */
export async function treeText(tree: NetworkTree): Promise<string> {
  const lines = (await drawTree(tree)).map(({ item, depth }) => {
    const icon = (item.iconPath as { readonly id: string }).id;
    const words = [item.label as string, item.description].filter((word) => typeof word === 'string');
    return `${'  '.repeat(depth)}(${icon}) ${words.join('  ')}`;
  });
  return lines.join('\n');
}
