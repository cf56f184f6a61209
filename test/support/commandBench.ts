import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createApi } from '../../src/api/createApi';
import type { Clock } from '../../src/change/applyDeps';
import type { CommandContext } from '../../src/features/commandContext';
import { createSession, type Session } from '../../src/session/createSession';
import { DisposableStore } from '../../src/session/disposableStore';
import { createHistory } from '../../src/session/journal/history';
import { keepUnwritten } from '../../src/session/journal/keepUnwritten';
import type { Profile } from '../../src/session/profile';
import { openJournal } from '../../src/session/journal/openJournal';
import { createOutsideSandboxDoor } from '../../src/session/sandboxDoor';
import type { ReadOnlyDocuments } from '../../src/ui/readOnlyDocuments';
import { buildProfile } from './buildProfile';
import { memoryMemento } from './memoryMemento';
import { memorySecrets, type MemorySecrets } from './memorySecrets';
import { recordLog, type RecordedLog } from './recordLog';
import { chosenKeys, startTestSandbox, type TestSandbox } from './sandbox';
import { scriptedPrompter, type Reply, type ScriptedPrompter } from './scriptedPrompter';
import { skippingClock } from './skippingClock';

/** The part of what a command may need that is there. */
type BenchContext = Pick<CommandContext, keyof Session | 'documents' | 'env'> & {
  readonly prompter: ScriptedPrompter;
  readonly log: CommandContext['log'] & RecordedLog;
};

/** Commands without VS Code's window: real stores, the real client, a real sandbox; answers come from a script. */
export interface CommandBench {
  readonly sandbox: TestSandbox;
  readonly profile: Profile;
  /** Views, maps and what waits for a click are missing: a test that needs them adds them. */
  readonly context: CommandContext & BenchContext;
  readonly secrets: MemorySecrets;
  /** Documents that were opened, by what their tabs are called. */
  readonly opened: Map<string, string>;
  /** Those that nobody closed. */
  readonly standing: Set<string>;
  /** Where the journal is kept. */
  readonly folder: string;
}

let ids = 0;

/**
 * One profile on a sandbox of its own with `chosenKeys`, which settles at once; everything ends with the test, and nobody
 * sits out the pauses between two reads.
 */
export function openCommandBench(...script: readonly Reply[]): Promise<CommandBench> {
  return openCommandBenchAt(skippingClock(), Infinity, ...script);
}

/** The same with a clock of the test's own, in the sandbox too, and another pace of the client. */
export async function openCommandBenchAt(
  clock: Clock,
  requestsPerSecond: number,
  ...script: readonly Reply[]
): Promise<CommandBench> {
  const sandbox = await startTestSandbox({ delay: 0, ...chosenKeys, now: () => clock.now() });
  const folder = await mkdtemp(path.join(tmpdir(), 'ncloud-ip-journal-'));
  const state = memoryMemento();
  const log = recordLog();
  const secrets = memorySecrets();
  const now = (): number => clock.now();
  const journal = await openJournal(path.join(folder, 'journal'), log);
  const history = createHistory(keepUnwritten(journal.store, now), now, () => String(++ids).padStart(8, '0'));
  const store = new DisposableStore();
  const session = createSession(
    {
      state,
      secrets,
      createApi: (config) => Promise.resolve(createApi(config)),
      tuning: () => ({ requestsPerSecond, timeoutMs: 5_000 }),
      journal: { ...journal, history, journalFolder: path.join(folder, 'journal') },
      sandbox: createOutsideSandboxDoor(JSON.stringify(sandbox)),
      log,
      clock,
    },
    store,
  );
  const profile = buildProfile({ site: 'sandbox', name: 'Sandbox' });
  await session.profiles.save(profile);
  const opened = new Map<string, string>();
  const standing = new Set<string>();
  const texts = new Map<string, string>();
  let active: string | undefined;
  const titleOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const documents: ReadOnlyDocuments = {
    open: (path, text) => {
      opened.set(titleOf(path), text);
      standing.add(titleOf(path));
      active = path;
      texts.set(path, text);
      return Promise.resolve();
    },
    compare: (path, text) => documents.open(path, text),
    replace: (path, text) => void opened.set(titleOf(path), text),
    close: (path) => Promise.resolve(void standing.delete(titleOf(path))),
    active: () => active,
    read: (path) => Promise.resolve(texts.get(path) ?? ''),
    preview: () => Promise.resolve(),
    rewrite: () => undefined,
    dispose: () => undefined,
  };
  onTestFinished(async () => {
    store.dispose();
    await sandbox.close();
    // What a change still finds out may be written down meanwhile.
    await rm(folder, { recursive: true, maxRetries: 5 });
  });
  const context: BenchContext = {
    ...session,
    prompter: scriptedPrompter(...script),
    documents,
    log: Object.assign(log, { show: () => undefined, dispose: () => undefined }),
    env: {},
  };
  return { sandbox, profile, context: context as CommandContext & BenchContext, secrets, opened, standing, folder };
}
