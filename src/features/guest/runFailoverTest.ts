import { l10n, workspace } from 'vscode';
import type { JournalEntry } from '../../change/journalEntry';
import type { HolderWatch } from '../../guest/failover/holderWatch';
import type { FailoverTest } from '../../guest/failover/failoverTestDocument';
import type { Network } from '../../model/network';
import { isMissingKeys } from '../../session/keys/missingKeys';
import type { Scope } from '../../session/scope';
import { askSaveFile } from '../../ui/askSaveFile';
import { notify } from '../../ui/notify';
import { withNotification } from '../../ui/progress';
import { withoutLinks } from '../../words/documentLinks';
import { documentPath } from '../../words/documentPath';
import { entryLink } from '../../words/entryText';
import { errorText } from '../../words/errorText';
import { createNamer } from '../../words/namer';
import type { CommandContext } from '../commandContext';
import { endedText, failoverTestWords, liveText, testFacts, type TestEnd } from './failoverTestText';
import { watchHolders } from './watchHolders';

/** What is watched. */
export interface TestRequest {
  readonly scope: Scope;
  readonly network: Network;
  readonly subnetNo: string;
  readonly addresses: readonly string[];
  readonly forMs: number;
}

/** A test that nobody ends ends by itself after this, in ms. */
export const mostTestMs = 30 * 60_000;

/** So many interfaces are asked for in one call; their numbers stand in the address of the request. */
const mostInterfaces = 100;

type Context = Pick<
  CommandContext,
  'readers' | 'clock' | 'history' | 'documents' | 'profiles' | 'credentials' | 'log' | 'networks'
>;

/**
 * Watches until Cancel, the end of the time, or until the profile or its keys are others: the answers would belong to another
 * account. Meanwhile the document stands open and follows; whatever ends it, what was seen stays. Answers the document.
 */
export async function runFailoverTest(context: Context, request: TestRequest): Promise<string> {
  const { clock, documents, readers, log } = context;
  const { scope, network, subnetNo, addresses, forMs } = request;
  const { beginWatch, withLook, failoverTestDocument } = await import('../../guest/writeGuests');
  const name = createNamer(network);
  const words = failoverTestWords(name);
  const all = network.interfacesOf(subnetNo).toSorted((a, b) => Number(isHolder(b)) - Number(isHolder(a)));
  const asked = all.slice(0, mostInterfaces).map(({ networkInterfaceNo }) => networkInterfaceNo);
  const startedAt = clock.now();
  const path = documentPath(
    ['failoverTest', scope.profile.id, scope.regionCode, String(startedAt)],
    l10n.t('{0} · Failover Test', addresses.join(', ')),
  );
  let watch: HolderWatch = beginWatch(subnetNo, addresses, asked.length === all.length);
  let lastError: string | undefined;
  const write = (entries: readonly JournalEntry[], end?: TestEnd): string => {
    const about = { scope, network, subnetNo, asked, startedAt, watch, lastError, name };
    const test: FailoverTest = {
      watch,
      isRunning: end === undefined,
      facts: testFacts(about, end && { end, at: clock.now() }),
      changes: entries.map((entry) => entryLink(entry).markdown),
    };
    return failoverTestDocument(test, words);
  };
  const meanwhile = () => changesSince(context, request, startedAt);

  await documents.open(path, write([]));
  const over = new AbortController();
  const stopLooking = endWithKeys(context, scope, () => over.abort());
  let shown = '';
  const follow = async (): Promise<void> => {
    const entries = await meanwhile();
    const spans = [...watch.spans.values()];
    // Drawn anew where there is something new, or time counts: whoever reads it is not disturbed each second.
    const counts = spans.some((list) => list.at(-1)?.holder.kind !== 'held') && watch.looks;
    const news = JSON.stringify([spans.map(({ length }) => length), counts, entries]);
    if (news !== shown && !over.signal.aborted) documents.replace(path, write(entries));
    shown = news;
  };
  const isStopped = await withNotification(
    l10n.t('Failover test (Cancel ends it and keeps what was seen)'),
    async (signal, report) => {
      await watchHolders({
        clock,
        forMs,
        signal: AbortSignal.any([signal, over.signal]),
        async read(looking) {
          const reader = await readers.open(scope);
          const interfaces = await reader.interfaces([{ networkInterfaceNoList: asked }], looking);
          reader.follow(interfaces);
          return interfaces;
        },
        onLook(look, error) {
          if (error !== undefined) {
            log.warn(`failover test: ${error instanceof Error ? error.message : 'not an error'}`);
            lastError = errorText(error).summary;
            if (isMissingKeys(error)) over.abort();
          }
          watch = withLook(watch, look);
          report(liveText(watch, name));
          void follow();
        },
      });
      return signal.aborted;
    },
  ).finally(stopLooking);

  const isOver = over.signal.aborted;
  over.abort();
  const end = isOver ? 'keys' : isStopped ? 'stopped' : 'time';
  const text = write(await meanwhile(), end);
  await documents.open(path, text);
  void offerToKeep(endedText(watch, end), text, clock.now());
  return text;
}

/** Servers come first where there are more interfaces than can be asked for. */
const isHolder = ({ instanceNo, secondaryIpList }: Network['interfaces'][number]): boolean =>
  instanceNo !== undefined || secondaryIpList.length > 0;

/** Changes of this machine since then that gave or took one of the addresses, oldest first. */
async function changesSince(
  { history }: Pick<Context, 'history'>,
  { scope, subnetNo, addresses }: TestRequest,
  since: number,
): Promise<readonly JournalEntry[]> {
  // A history that cannot be read takes nothing from what was seen.
  const entries = await history.list().catch(() => []);
  return entries
    .filter(({ profile, regionCode }) => profile.id === scope.profile.id && regionCode === scope.regionCode)
    .filter(({ finishedAt = since }) => finishedAt >= since)
    .filter(({ plan }) =>
      plan.changes.some(
        ({ subnetNo: no, gains, loses }) =>
          no === subnetNo && addresses.some((address) => gains.includes(address) || loses.includes(address)),
      ),
    )
    .toReversed();
}

/** Calls `end` once the profile is gone or leads elsewhere, or its keys are others. */
function endWithKeys({ profiles, credentials }: Context, { profile }: Scope, end: () => void): () => void {
  const listeners = [
    credentials.onDidChange((id) => {
      if (id === profile.id) end();
    }),
    profiles.onDidChange(() => {
      const now = profiles.get(profile.id);
      if (now?.site !== profile.site || now.gatewayUrl !== profile.gatewayUrl) end();
    }),
  ];
  return () => listeners.forEach((listener) => void listener.dispose());
}

/** Says how it ended, and offers a file: the document goes with the window. */
async function offerToKeep(message: string, text: string, now: number): Promise<void> {
  const save = l10n.t('Save…');
  if ((await notify('info', message, save)) !== save) return;
  const day = new Date(now).toISOString().slice(0, 10);
  const target = await askSaveFile(l10n.t('Failover Test'), `failover-test-${day}.md`, { Markdown: ['md'] });
  if (target) await workspace.fs.writeFile(target, new TextEncoder().encode(withoutLinks(text)));
}
