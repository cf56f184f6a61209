import type { Clock } from '../../change/applyDeps';
import type { TreeNode } from '../../tree/node';

/** So often a row is asked for, and so many ms later each time. */
const attempts = 10;
const pauseMs = 200;

/** A row to be shown, and what tells whether it is. */
export interface RowRequest {
  /** Looks for the row anew: what was there may have gone. */
  find(): Promise<TreeNode | undefined>;
  ask(node: TreeNode): Thenable<void>;
  isShown(node: TreeNode): boolean;
}

/**
 * Asks VS Code to show a row until it does: a tree that is drawn anew meanwhile forgets what it was asked for, and says
 * nothing. False when there is no such row.
 */
export async function untilShown(clock: Pick<Clock, 'sleep'>, row: RowRequest): Promise<boolean> {
  for (let left = attempts - 1; ; left -= 1) {
    const node = await row.find();
    if (!node) return false;
    const asked = row.ask(node);
    // A row that went while it was being shown is the same case.
    await (left > 0 ? asked.then(undefined, () => undefined) : asked);
    if (left === 0 || row.isShown(node)) return true;
    await clock.sleep(pauseMs);
  }
}
