import { describe, expect, it } from 'vitest';
import { reveal } from '../../../../src/features/view/reveal';
import type { TreeNode } from '../../../../src/tree/node';
import { buildScope } from '../../../support/buildProfile';
import { selectingView } from '../../../support/selectingView';

const row = { id: 'KR/1', subject: { kind: 'interface', networkInterfaceNo: '1' } } as unknown as TreeNode;

/** A tree with these rows in turn, the last one for good; the clock never waits. */
function bench(rows: readonly (TreeNode | undefined)[], dropped: number) {
  const asked: string[] = [];
  const view = selectingView(({ id }: TreeNode) => asked.push(id), dropped);
  const left = [...rows];
  const tree = { find: () => Promise.resolve(left.length > 1 ? left.shift() : left[0]) };
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  return { asked, view, open: () => reveal({ tree, view, clock } as never, buildScope(), () => true) };
}

describe('reveal', () => {
  it('asks once when the row is shown', async () => {
    const { asked, open } = bench([row], 0);
    expect(await open()).toBe(true);
    expect(asked).toEqual(['KR/1']);
  });

  it('asks again for what a tree drawn anew has dropped', async () => {
    const { asked, view, open } = bench([row], 2);
    expect(await open()).toBe(true);
    expect(asked).toEqual(['KR/1', 'KR/1', 'KR/1']);
    expect(view.selection).toEqual([row]);
  });

  it('looks for the row anew each time, for it may have gone', async () => {
    const { asked, open } = bench([row, undefined], 5);
    expect(await open()).toBe(false);
    expect(asked).toEqual(['KR/1']);
  });

  it('gives up in the end', async () => {
    const { asked, open } = bench([row], Infinity);
    expect(await open()).toBe(true);
    expect(asked).toHaveLength(10);
  });
});
