import { DataTransferItem, type DataTransfer, type TreeDragAndDropController } from 'vscode';
import { printable } from '../text/printable';
import type { Subject, TreeNode } from './node';

const mime = 'application/vnd.code.tree.ncloudip.network';

type AddressSubject = Extract<Subject, { kind: 'address' }>;

/** Dragging secondary IPs onto an interface asks for a move; nothing happens before its review. */
export function createAddressDrag(
  onDrop: (addresses: readonly AddressSubject[], target: Subject) => void,
): TreeDragAndDropController<TreeNode> {
  return {
    dragMimeTypes: [mime, 'text/plain'],
    dropMimeTypes: [mime],
    handleDrag(nodes: readonly TreeNode[], data: DataTransfer) {
      const addresses = nodes.flatMap(({ subject }) =>
        subject.kind === 'address' && subject.role === 'secondary' ? [subject] : [],
      );
      if (addresses.length === 0) return;
      data.set(mime, new DataTransferItem(addresses));
      data.set('text/plain', new DataTransferItem(addresses.map(({ address }) => printable(address)).join('\n')));
    },
    handleDrop(target: TreeNode | undefined, data: DataTransfer) {
      const dragged = data.get(mime)?.value as readonly AddressSubject[] | undefined;
      if (target && 'networkInterfaceNo' in target.subject && dragged) onDrop(dragged, target.subject);
    },
  };
}
