import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createApi } from '../../src/api/createApi';
import type { Clock } from '../../src/change/applyDeps';
import type { CommandContext } from '../../src/features/commandContext';
import { isByCode, type Arguments } from '../../src/features/readArguments';
import { createSession } from '../../src/session/createSession';
import { DisposableStore } from '../../src/session/disposableStore';
import { createHistory } from '../../src/session/journal/history';
import { keepUnwritten } from '../../src/session/journal/keepUnwritten';
import type { Profile } from '../../src/session/profile';
import { openJournal } from '../../src/session/journal/openJournal';
import { createOutsideSandboxDoor } from '../../src/session/sandboxDoor';
import { buildProfile } from './buildProfile';
import { memoryMemento } from './memoryMemento';
import { memorySecrets, type MemorySecrets } from './memorySecrets';
import { recordLog } from './recordLog';
import { chosenKeys, startTestSandbox, type TestSandbox } from './sandbox';
import { scriptedPrompter, type Reply, type ScriptedPrompter } from './scriptedPrompter';
import { skippingClock } from './skippingClock';

/** Commands without VS Code's window: real stores, the real client, a real sandbox; answers come from a script. */
export interface CommandBench {
  readonly sandbox: TestSandbox;
  readonly profile: Profile;
  readonly context: CommandContext & { readonly prompter: ScriptedPrompter };
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
  const documents = {
    open: (path: string, text: string) => {
      opened.set(titleOf(path), text);
      standing.add(titleOf(path));
      active = path;
      texts.set(path, text);
      return Promise.resolve();
    },
    replace: (path: string, text: string) => void opened.set(titleOf(path), text),
    close: (path: string) => Promise.resolve(void standing.delete(titleOf(path))),
    active: () => active,
    read: (path: string) => Promise.resolve(texts.get(path) ?? ''),
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
  const context = {
    ...session,
    prompter: scriptedPrompter(...script),
    documents,
    log,
    env: {},
  } as unknown as CommandBench['context'];
  return { sandbox, profile, context, secrets, opened, standing, folder };
}

/** Answers a command is called with; asks for what is missing. */
export function answering(options: Readonly<Record<string, unknown>> = {}): Arguments {
  return { subjects: [], options, isProgrammatic: isByCode(options) };
}
