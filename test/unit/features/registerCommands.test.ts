import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json';
import { fromKey } from '../../../src/features/registerCommands';
import { readArguments } from '../../../src/features/readArguments';
import { viewIds } from '../../../src/contributions';
import type { TreeNode } from '../../../src/tree/node';
import { buildScope } from '../../support/buildProfile';

const scope = buildScope();
const [a, b, c] = ['1', '2', '3'].map((networkInterfaceNo): TreeNode => ({
  id: networkInterfaceNo,
  parent: undefined,
  subject: { kind: 'interface', scope, networkInterfaceNo },
  item: () => ({}),
  children: () => [],
})) as [TreeNode, TreeNode, TreeNode];

const meant = (raw: readonly unknown[], selection: readonly TreeNode[]): readonly unknown[] =>
  readArguments('ncloudIp.cutAddress', fromKey(raw, selection) ?? []).subjects;

describe('a key of the Network view', () => {
  it('means the focused row alone when something else is selected', () => {
    expect(meant([[c]], [a, b])).toEqual([c.subject]);
    expect(meant([[c]], [])).toEqual([c.subject]);
  });

  it('means everything selected when the focused row is among it, the focused one first', () => {
    expect(meant([[b]], [a, b])).toEqual([b.subject, a.subject]);
  });

  it.each([[null], [undefined], [{ $treeViewId: viewIds.network, $focusedTreeItem: true }]])(
    'means the selection when VS Code hands over %j',
    (sent) => {
      expect(meant([[sent]], [a, b])).toEqual([a.subject, b.subject]);
      expect(fromKey([[sent]], [])).toBeUndefined();
    },
  );

  it('leaves every other call as it is', () => {
    const answers = { networkInterfaceNo: '1', confirm: false };
    for (const raw of [[], [a], [a, [a, b]], [answers]]) expect(fromKey(raw, [c])).toBe(raw);
  });

  it('asks for the focused row of its own view in every binding of the manifest', () => {
    const ofTheView = manifest.contributes.keybindings.filter(({ when }) => when.includes(viewIds.network));
    for (const { command, args } of ofTheView) {
      expect(args, command).toEqual([{ $treeViewId: viewIds.network, $focusedTreeItem: true }]);
    }
    expect(ofTheView.length).toBeGreaterThan(3);
  });
});
