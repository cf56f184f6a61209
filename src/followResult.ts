import type { Disposable } from 'vscode';
import type { CommandContext } from './commands/commandContext';
import { DisposableStore } from './ui/disposableStore';

/** Shows what becomes of changes when their messages are gone; loaded with the first result. */
export function followResult(
  context: Pick<CommandContext, 'lastResult' | 'fresh' | 'tree' | 'view' | 'log'>,
): Disposable {
  const store = new DisposableStore();
  const first = store.add(
    context.lastResult.onDidChange(() => {
      first.dispose();
      import('./result/createResultView').then(
        ({ createResultView }) => store.add(createResultView(context)),
        (error: unknown) => context.log.error(`results could not be shown: ${String(error)}`),
      );
    }),
  );
  return store;
}
