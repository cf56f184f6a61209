import { DataTransferItem, l10n, type DataTransfer, type TreeDragAndDropController } from 'vscode';
import { printable } from '../text/printable';
import { mention } from '../ui/notify';
import type { Subject, TreeNode } from './node';

const mime = 'application/vnd.code.tree.ncloudip.network';

type AddressSubject = Extract<Subject, { kind: 'address' }>;

/**
 * Dragging secondary IPs onto an interface asks for a move; nothing happens before its review. Whatever else is dropped is
 * no move: VS Code fills an item of its own in when a drag sets none, and another window's drag carries what it likes. So
 * only a list that was made here counts.
 */
export function createAddressDrag(
  onDrop: (addresses: readonly AddressSubject[], target: Subject) => void,
): TreeDragAndDropController<TreeNode> {
  const carried = new WeakMap<object, readonly AddressSubject[]>();
  return {
    dragMimeTypes: [mime, 'text/plain'],
    dropMimeTypes: [mime],
    handleDrag(nodes: readonly TreeNode[], data: DataTransfer) {
      const addresses = nodes.flatMap(({ subject }) =>
        subject.kind === 'address' && subject.role === 'secondary' ? [subject] : [],
      );
      carried.set(addresses, addresses);
      data.set(mime, new DataTransferItem(addresses));
      if (addresses.length === 0) return;
      data.set('text/plain', new DataTransferItem(addresses.map(({ address }) => printable(address)).join('\n')));
    },
    handleDrop(target: TreeNode | undefined, data: DataTransfer) {
      if (!target || !('networkInterfaceNo' in target.subject)) return;
      const value: unknown = data.get(mime)?.value;
      const dragged = typeof value === 'object' && value !== null ? carried.get(value) : undefined;
      if (dragged && dragged.length > 0) onDrop(dragged, target.subject);
      else mention(l10n.t('Only secondary IPs can be moved.'), 5_000);
    },
  };
}
