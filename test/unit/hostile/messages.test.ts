import { globSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands, env, Uri, window, workspace } from 'vscode';
import type { ApiErrorKind } from '../../../src/api/apiError';
import { archiveHistory } from '../../../src/features/history/archiveHistory';
import { confirmAsked } from '../../../src/features/change/confirmAsked';
import { confirmRisk } from '../../../src/features/change/confirmPlan';
import { copyAddress } from '../../../src/features/copy/copyAddress';
import { cutAddress } from '../../../src/features/move/cutAndPaste';
import { exportHistory } from '../../../src/features/history/exportHistory';
import { exportSvg } from '../../../src/features/map/exportMap';
import { offerAssign } from '../../../src/features/guest/guestOsCommands';
import { openHistoryFolder } from '../../../src/features/history/historyFiles';
import { runFailoverTest } from '../../../src/features/guest/runFailoverTest';
import { recoverOpenEntries } from '../../../src/features/change/recoverOpenEntries';
import { openLink } from '../../../src/features/links/openLink';
import { removeProfile } from '../../../src/features/profiles/removeProfile';
import { tellWhoseKeys } from '../../../src/features/profiles/tellWhoseKeys';
import { unassignSecondaryIps } from '../../../src/features/assign/unassignSecondaryIps';
import { waitUntilSettled } from '../../../src/features/change/settling';
import { systemClock } from '../../../src/change/systemClock';
import { createLastResult } from '../../../src/session/lastResult';
import type { Reading } from '../../../src/session/networkState';
import { showOutcome } from '../../../src/features/change/showOutcome';
import { MissingKeysError } from '../../../src/session/keys/missingKeys';
import { sayFull, sayNoRoom } from '../../../src/features/unseen/unseenOf';
import { planTitle } from '../../../src/words/changeText';
import { createPresence } from '../../../src/features/tools/presence';
import { createNamer } from '../../../src/words/namer';
import { whereText } from '../../../src/words/whereText';
import { PlanRefused } from '../../../src/words/planRefused';
import { withCancellableProgress, withNotification } from '../../../src/ui/progress';
import { quickPrompter } from '../../../src/ui/inertPrompter';
import { showError } from '../../../src/ui/showError';
import { stepProgressText } from '../../../src/words/change/stepProgressText';
import { apiFailure } from '../../support/apiFailure';
import { call, onRows } from '../../support/call';
import { expectInert, expectInertLines, hostileRows, hostileTexts } from '../../support/hostile';
import { hostileWorld, type HostileWorld } from '../../support/hostileWorld';
import { buildMap } from '../../support/buildMap';
import { buildStep } from '../../support/buildEntry';
import { buildInterface, buildNetwork, buildServer } from '../../support/buildNetwork';
import { steppingClock } from '../../support/steppingClock';
import { recordLog } from '../../support/recordLog';

/** What the window was asked to show, in order. */
let shown: string[];
/** Every part of it, line by line where lines are ours. */
let details: string[];

beforeEach(() => {
  shown = [];
  details = [];
  const show = (message: string, options?: unknown): Promise<undefined> => {
    shown.push(message);
    if (typeof options === 'object') details.push((options as { detail: string }).detail);
    return Promise.resolve(undefined);
  };
  vi.spyOn(window, 'showInformationMessage').mockImplementation(show);
  vi.spyOn(window, 'showWarningMessage').mockImplementation(show);
  vi.spyOn(window, 'showErrorMessage').mockImplementation(show);
  vi.spyOn(window, 'setStatusBarMessage').mockImplementation(((message: string) => shown.push(message)) as never);
  vi.spyOn(window, 'withProgress').mockImplementation((async (
    { title = '' }: { title?: string },
    work: (progress: unknown, token: unknown) => Promise<unknown>,
  ) => {
    shown.push(title);
    const report = ({ message = '' }: { message?: string }) => shown.push(message);
    return work({ report }, { onCancellationRequested: () => undefined });
  }) as never);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** The part of a context that a command uses here. */
const asContext = (parts: object): never => parts as never;
const kinds: readonly ApiErrorKind[] = ['credentials', 'permission', 'refused', 'unavailable', 'network', 'unreadable'];
type Tell = (world: HostileWorld, text: string) => unknown;

/** Each way a message is shown, by the file that shows it, and what it says of a hostile account. */
const ways: Readonly<Record<string, Tell>> = {
  'src/ui/showError.ts': ({ scope, network }, text) => {
    for (const kind of kinds) {
      for (const layer of ['gateway', 'client', 'transport'] as const) {
        showError(apiFailure(kind, { layer, apiMessage: text, code: text, action: 'getVpcList' }));
      }
    }
    for (const reason of ['absent', 'ended', 'unreadable'] as const)
      showError(new MissingKeysError(scope.profile, reason));
    showError(new PlanRefused([{ kind: 'settling', networkInterfaceNo: text, status: text }], createNamer(network)));
    showError(new PlanRefused([{ kind: 'othersPrimary', address: text, holder: text }], createNamer(network)));
    showError(
      new PlanRefused([{ kind: 'ambiguousInterface', text, networkInterfaceNos: [text] }], createNamer(network)),
    );
    showError(new Error(text));
    showError(text);
  },
  'src/features/change/showOutcome.ts': ({ outcome, scope, network }) => {
    const state = () => ({ kind: 'loaded', last: { network } });
    const context = {
      networks: { state },
      scopes: { shown: () => [scope, scope] },
      log: recordLog(),
      lastResult: createLastResult(),
    };
    showOutcome(asContext(context), scope, outcome, 'entry-1');
  },
  'src/features/guest/guestOsCommands.ts': ({ scope, network }, text) =>
    offerAssign(text, createNamer(network)(text), scope),
  'src/features/guest/runFailoverTest.ts': async ({ scope, network }, text) => {
    const interfaces = [...network.interfaces].map((one) => ({ ...one, subnetNo: text }));
    const listen = () => ({ dispose: () => undefined });
    const documents = { open: () => Promise.resolve(), replace: () => undefined };
    const reader = { interfaces: () => Promise.resolve(interfaces), follow: () => undefined };
    const context = asContext({
      readers: { open: () => Promise.resolve(reader) },
      clock: steppingClock(),
      history: { list: () => Promise.resolve([]) },
      documents,
      profiles: { onDidChange: listen },
      credentials: { onDidChange: listen },
      log: recordLog(),
    });
    await runFailoverTest(context, { scope, network, subnetNo: text, addresses: [text], forMs: 1_000 });
  },
  'src/features/change/recoverOpenEntries.ts': async ({ entry }) => {
    for (const get of [() => undefined, () => entry.profile]) {
      const history = {
        release: () => Promise.resolve(),
        update: () => Promise.resolve(),
        annotate: () => Promise.resolve(),
      };
      const apis = { lease: () => Promise.reject(new Error('away')) };
      await recoverOpenEntries(
        asContext({ history, apis, profiles: { get }, log: recordLog(), clock: { now: () => 0 } }),
        [{ ...entry, state: 'open' }],
      );
    }
  },
  'src/features/history/archiveHistory.ts': async (_, text) => {
    const archive = { move: () => Promise.resolve({ entries: 2, file: text }) };
    const prompter = { confirm: () => Promise.resolve(true) };
    const context = asContext({ archive, clock: { now: () => 0 }, prompter });
    await call(archiveHistory, context, { before: '2026-01-31', interactive: false });
  },
  'src/features/history/exportHistory.ts': async (_, text) => {
    Object.assign(window, { showSaveDialog: () => Promise.resolve(Uri.file(`/${text}.csv`)) });
    Object.assign(workspace, { fs: { writeFile: () => Promise.resolve() } });
    const context = asContext({ history: { list: () => Promise.resolve([]) }, clock: { now: () => 0 } });
    await call(exportHistory, context);
  },
  'src/features/map/exportMap.ts': async (_, text) => {
    Object.assign(window, { showSaveDialog: () => Promise.resolve(Uri.file(`/${text}.svg`)) });
    Object.assign(workspace, { fs: { writeFile: () => Promise.resolve() } });
    await exportSvg(buildMap('10.0.10.0/28', []), text);
  },
  'src/features/history/historyFiles.ts': async (_, text) => {
    Object.assign(env, { clipboard: { writeText: () => Promise.resolve() } });
    vi.spyOn(commands, 'executeCommand').mockRejectedValueOnce(new Error('no file manager'));
    await openHistoryFolder({ journalFolder: text });
  },
  'src/features/links/openLink.ts': async ({ scope }, text) => {
    const failed = apiFailure('refused', { apiMessage: text, code: text });
    const context = asContext({
      profiles: { all: () => [scope.profile], active: () => scope.profile, activate: () => undefined },
      scopes: { shown: () => [] },
      networks: {
        state: () => ({ kind: 'failed', error: failed }),
        load: () => Promise.reject(failed),
        onDidChange: () => ({ dispose: () => undefined }),
      },
      prompter: { search: () => Promise.resolve(undefined) },
    });
    const query = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();
    const path = '/address/10.0.10.20';
    await openLink(context, { path: `/${text}`, query: '' });
    await openLink(context, { path, query: query({ profile: `${text} ` }) });
    await openLink(context, { path, query: query({ profile: 'p1', region: 'REPEAT-ME', interface: text }) });
    await openLink(context, { path, query: query({ profile: 'p1' }) });
  },
  'src/features/copy/copyAddress.ts': async (_, text) => {
    Object.assign(env, { clipboard: { writeText: () => Promise.resolve() } });
    await call(copyAddress, asContext({}), { address: text });
  },
  'src/features/unseen/unseenOf.ts': ({ network }) => {
    sayFull({ subnet: network.subnets[0]!, network, reserved: new Map() });
    sayNoRoom(network.subnets[0]!.subnetName);
  },
  'src/features/move/cutAndPaste.ts': async ({ scope }, text) => {
    const subject = { kind: 'address', scope, networkInterfaceNo: text, address: text, role: 'secondary' } as const;
    await cutAddress(asContext({ cut: { set: () => undefined } }), onRows(subject));
  },
  // What these ask in a dialog, through the prompter of the window.
  'src/features/change/confirmPlan.ts': ({ plan, scope, network }) =>
    confirmRisk(
      { prompter: quickPrompter, documents: asContext({ open: () => undefined, close: () => undefined }) },
      { plan, name: createNamer(network), where: whereText(scope) },
    ),
  'src/features/change/confirmAsked.ts': ({ plan, scope, network }, text) =>
    confirmAsked(
      asContext({ prompter: quickPrompter }),
      scope,
      { plan, name: createNamer(network), where: whereText(scope) },
      { kind: 'assistant', host: text },
    ),
  'src/features/tools/presence.ts': async (_, text) => {
    const clock = { now: () => 0, sleep: () => Promise.resolve() };
    const state = window.state as { focused: boolean };
    state.focused = false;
    const presence = createPresence(clock, { info: () => undefined });
    state.focused = true;
    await presence.wait(text, 0, new AbortController().signal);
  },
  'src/features/profiles/removeProfile.ts': ({ scope }) =>
    call(removeProfile, asContext({ prompter: quickPrompter, profiles: { all: () => [scope.profile] } }), {
      profile: 'p1',
    }),
  // What these show while they work.
  'src/features/change/applyPlanned.ts': ({ plan, network }) => {
    const [step] = plan.steps;
    const words = stepProgressText(step!, 'sending', 2, createNamer(network));
    return slowly((work) => withCancellableProgress(planTitle(plan), work), words);
  },
  'src/features/profiles/tellWhoseKeys.ts': (_, text) => {
    tellWhoseKeys({ name: text }, { identity: { id: text } });
    tellWhoseKeys({ name: text }, { identity: { id: '1', loginAlias: text, userType: text } });
    tellWhoseKeys({ name: text }, undefined);
  },
  'src/features/assign/unassignSecondaryIps.ts': async ({ scope }, text) => {
    const network = buildNetwork({
      servers: [buildServer({ serverName: text })],
      interfaces: [buildInterface({ instanceNo: '10423318' })],
    });
    const context = asContext({
      profiles: { get: () => scope.profile },
      credentials: { read: () => Promise.resolve({}) },
      networks: { load: () => Promise.resolve({ network, endedAt: systemClock.now() }) },
      clock: systemClock,
    });
    const subject = { kind: 'interface', scope, networkInterfaceNo: '701236' } as const;
    await unassignSecondaryIps(context, onRows(subject));
  },
  'src/features/change/settling.ts': async ({ scope, network }) => {
    const reading = { network } as Reading;
    const rested = { ...network.interfaces[0]!, networkInterfaceStatus: { code: 'USED' } };
    const context = asContext({
      readers: {
        open: () => Promise.resolve({ interfaces: () => Promise.resolve([rested]), follow: () => undefined }),
      },
      networks: { state: () => ({ kind: 'unread' }) },
      clock: systemClock,
    });
    await waitUntilSettled(context, { scope, reading }, [rested.networkInterfaceNo]);
  },
  'src/features/undo/readForEntry.ts': ({ entry }, text) =>
    slowly((work) => withCancellableProgress(planTitle(entry.plan), work), text),
  'src/features/doctor/doctor.ts': (_, text) => slowly((work) => withCancellableProgress(text, work), text),
  'src/features/profiles/addProfile.ts': (_, text) =>
    withNotification(text, (_signal, report) => {
      report(text);
      return Promise.resolve();
    }),
};

/** These say nothing but our own words. */
const ownWords = [
  'features/ask/needScope',
  'features/change/copyCalls',
  'features/change/watchJournal',
  'features/copy/copyAs',
  'features/declared/addToFile',
  'features/declared/declaredFiles',
  'features/declared/fileWish',
  'features/declared/revealInFile',
  'features/declared/showDrift',
  'features/copy/copyError',
  'features/details/documentCommands',
  'features/details/openInConsole',
  'features/find/severalRows',
  'features/history/openHistoryEntry',
  'features/history/revealEntry',
  'features/list/assignGoodLines',
  'features/map/mapActions',
  'features/map/nothingToDo',
  'features/view/reveal',
  'features/profiles/askKeys',
  'features/profiles/keys',
  'features/unseen/showUnseen',
  'tree/addressDrag',
].map((name) => `src/${name}.ts`);

/** Work that takes two seconds and reports before and after its notification came. */
async function slowly(
  run: (work: (signal: AbortSignal, report: (message: string) => void) => Promise<void>) => Promise<void>,
  words: string,
): Promise<void> {
  vi.useFakeTimers();
  const running = run(async (_signal, report) => {
    report(words);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    report(words);
  });
  await vi.advanceTimersByTimeAsync(2_000);
  await running;
}

it('every way to show a message is tried with hostile names', () => {
  const tellers = globSync('src/!(cli)/**/*.ts').filter((file) =>
    /\b(?:notify|mention|withNotification|withCancellableProgress|prompter\.confirm)\(/.test(
      readFileSync(file, 'utf8').replaceAll(/export (?:async )?function \w+\(/g, ''),
    ),
  );
  const known = [
    ...Object.keys(ways),
    ...ownWords,
    'src/features/profiles/warnUnattended.ts',
    'src/ui/inertPrompter.ts',
    'src/ui/progress.ts',
  ];
  expect(tellers.map((file) => file.replaceAll('\\', '/')).sort()).toEqual(known.sort());
});

describe.each(Object.entries(ways))('what %s shows', (_, tell) => {
  it.each(hostileRows)('is harmless and whole with %s in it', async (_name, text) => {
    await tell(hostileWorld(text), text);
    expect(shown.length).toBeGreaterThan(0);
    for (const message of shown) expectInert(message);
    for (const detail of details) expectInertLines(detail);
  });
});

describe('a name of ten thousand characters', () => {
  const text = hostileTexts['ten thousand characters'];

  it('leaves room for what became of a change', async () => {
    const numbers = ['701236', '701237', '701238'];
    const network = buildNetwork({
      servers: [buildServer({ serverName: text })],
      interfaces: numbers.map((networkInterfaceNo) =>
        buildInterface({ networkInterfaceNo, instanceNo: '10423318', isDefault: true }),
      ),
    });
    const { outcome } = hostileWorld('10.0.10.11');
    const steps = numbers.map((networkInterfaceNo) => {
      return {
        ...outcome.steps[0]!,
        step: buildStep({ networkInterfaceNo }),
        unexpected: [],
        result: 'applied' as const,
      };
    });
    await ways['src/features/change/showOutcome.ts']?.(
      { ...hostileWorld(text), network, outcome: { ...outcome, steps } },
      text,
    );
    expect(shown[0]?.match(/x+…\/[^ ]+ now has 10.0.10.11\./g)).toHaveLength(3);
    expect(shown[0]).toMatch(/still being configured\.$/);
  });

  it('leaves room for it where every other text is as long', async () => {
    await ways['src/features/change/showOutcome.ts']?.(hostileWorld(text), text);
    expect(shown[0]).toMatch(/now has x+…, but not x+…\./);
  });

  it('leaves room for who loses what, a line each', async () => {
    await ways['src/features/change/confirmPlan.ts']?.(hostileWorld(text), text);
    expect(details[0]?.split('\n').filter((line) => line.length > 0)).toHaveLength(6);
    expect(details[0]).toMatch(/^x+… moves away from x+…\/x+…\.$/m);
  });
});

it('a dialog keeps its own lines, and a name adds none', async () => {
  await ways['src/features/change/confirmPlan.ts']?.(hostileWorld('web-01'), 'web-01');
  await ways['src/features/change/confirmPlan.ts']?.(hostileWorld('web\n01\u202e'), 'web\n01\u202e');
  const [plain = '', odd = ''] = details;
  expect(odd.split('\n')).toHaveLength(plain.split('\n').length);
  expect(odd).not.toContain('\u202e');
});

it('a link is not repeated, whatever it says', async () => {
  const text = 'repeat-me';
  await ways['src/features/links/openLink.ts']?.(hostileWorld('web-01'), text);
  expect(shown.filter((message) => message !== '')).toEqual([
    'This link is not valid.',
    'This link refers to a profile that does not exist here.',
    'This link refers to a region that could not be loaded: NAVER Cloud rejected getVpcList.',
    'The link switched to web-01 · web-01.',
  ]);
});
