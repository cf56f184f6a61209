import type { Disposable, LogOutputChannel, TreeView } from 'vscode';
import { transfersOf } from '../../plan/transfersOf';
import type { FreshAddress, FreshAddresses } from '../../session/freshAddresses';
import type { ChangeResult, LastResult } from '../../session/lastResult';
import type { NetworkTree } from '../../tree/networkTree';
import type { Subject, TreeNode } from '../../tree/node';
import type { OpenRows } from '../../tree/openRows';
import { setContextKey } from '../../ui/contextKeys';
import { DisposableStore } from '../../session/disposableStore';
import type { Clock } from '../../change/applyDeps';
import { untilShown } from '../view/untilShown';
import { createResultStatus } from './resultStatus';

/** What shows a result, and where. */
export interface ResultPlaces {
  readonly lastResult: LastResult;
  readonly fresh: Pick<FreshAddresses, 'mark'>;
  readonly tree: Pick<NetworkTree, 'find'>;
  readonly view: Pick<TreeView<TreeNode>, 'visible' | 'reveal'>;
  readonly openRows: Pick<OpenRows, 'shows'>;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly log: Pick<LogOutputChannel, 'warn'>;
}

/** A bulk would unfold the whole tree: of so many interfaces the new addresses are brought into view. */
const mostRevealed = 5;

/** Every result goes into the status bar; what it brought is marked in the tree and brought into view. */
export function createResultView(places: ResultPlaces): Disposable {
  const { lastResult, fresh, log } = places;
  const store = new DisposableStore();
  const status = store.add(createResultStatus());
  const follow = (): void => {
    const result = lastResult.get();
    setContextKey('ncloudIp.hasResult', result !== undefined);
    status.show(result);
    if (!result) return;
    const gained = gainedBy(result);
    fresh.mark(result.scope, gained);
    void reveal(places, result, gained).catch((error: unknown) =>
      log.warn(`revealing what ${result.entryId} brought: ${String(error)}`),
    );
  };
  store.add(lastResult.onDidChange(follow));
  return store;
}

function gainedBy({ outcome }: ChangeResult): FreshAddress[] {
  return transfersOf(outcome).flatMap(({ to, address }) =>
    to === undefined ? [] : [{ networkInterfaceNo: to, address }],
  );
}

/** Unfolds interfaces down to their new addresses, the first one last so that it is what is seen. Focus and selection stay. */
async function reveal(
  { tree, view, openRows, clock }: ResultPlaces,
  { scope }: ChangeResult,
  gained: readonly FreshAddress[],
): Promise<void> {
  const byInterface = Map.groupBy(gained, ({ networkInterfaceNo }) => networkInterfaceNo);
  for (const [no, addresses] of [...byInterface].slice(0, mostRevealed).reverse()) {
    const address = addresses.at(-1)?.address;
    const isIt = (subject: Subject): boolean =>
      subject.kind === 'address' && subject.networkInterfaceNo === no && subject.address === address;
    await untilShown(clock, {
      // Whoever looks at something else is not taken away from it.
      find: async () => (view.visible ? tree.find(scope, isIt) : undefined),
      ask: (node) => view.reveal(node, { select: false, focus: false }),
      isShown: (node) => openRows.shows(node),
    });
  }
}
