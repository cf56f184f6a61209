/** A tree view that selects what it is asked to show, after it dropped so many requests as VS Code does while it draws. */
export function selectingView<Node>(onReveal: (node: Node) => void, dropped = 0) {
  const view = {
    visible: true,
    selection: [] as readonly Node[],
    reveal(node: Node): Promise<void> {
      onReveal(node);
      if (dropped > 0) dropped -= 1;
      else view.selection = [node];
      return Promise.resolve();
    },
  };
  return view;
}
