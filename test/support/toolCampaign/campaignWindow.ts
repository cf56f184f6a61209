import { setImmediate } from 'node:timers/promises';
import type { NcloudApi } from '../../../src/api/ncloudApi';
import { activeScope, type CommandContext } from '../../../src/features/commandContext';
import { runChange } from '../../../src/features/change/runChange';
import type { Profile } from '../../../src/session/profile';
import type { Prompter } from '../../../src/ui/prompter';
import { openCommandBenchAt } from '../commandBench';
import type { RecordedLog } from '../recordLog';
import type { ArrivedRequest } from '../sandboxControls';
import type { TestSandbox } from '../sandbox';

/** An address that only the person changes: no plan of an assistant has it. */
export const own = ['10.0.10.50'];

/** A window on a sandbox that two profiles see, on a clock that stands still unless somebody waits. */
export interface CampaignWindow {
  readonly context: CommandContext;
  readonly sandbox: TestSandbox;
  readonly log: RecordedLog;
  readonly clock: { readonly now: () => number; readonly pass: (ms: number) => void };
  /** Called with each wait; true where something else ended it, so that no time passes. */
  onSleep: (ms: number) => boolean;
  /** As at the start of a sequence. */
  reset(): Promise<void>;
  active(): Profile;
  /** Looks at the other profile. */
  toggle(): Promise<void>;
  /** Alters the profile looked at. */
  set(change: Partial<Profile>): Promise<void>;
  /** The person moves an address of their own about, through the extension. */
  changeOwn(): Promise<void>;
  /** What changed something, but for the person's own changes. */
  writes(): Promise<ArrivedRequest[]>;
}

/** Opens it; `tamper` alters the client that changes are sent with. */
export async function openCampaignWindow(tamper: (api: NcloudApi) => NcloudApi): Promise<CampaignWindow> {
  const time = { now: Date.UTC(2026, 0, 5) };
  const clock = {
    now: () => time.now,
    pass: (ms: number) => void (time.now += ms),
    async sleep(ms: number, signal?: AbortSignal) {
      if (!signal?.aborted && !opened.onSleep(ms)) time.now += ms;
      await setImmediate();
    },
  };
  const bench = await openCommandBenchAt(clock, Infinity);
  const { sandbox, profile } = bench;
  const { apis } = bench.context;
  const lease: typeof apis.lease = async (of) => {
    const leased = await apis.lease(of);
    return { ...leased, api: tamper(leased.api) };
  };
  const context: CommandContext = { ...bench.context, apis: { ...apis, lease } };
  const { profiles, history, networks, credentials } = context;
  const other = { ...profile, id: 'p2', name: 'account', site: 'custom' as const, gatewayUrl: sandbox.url };
  await profiles.save(other);
  credentials.remember(other.id, sandbox);
  const active = () => profiles.active()!;
  let turns = 0;
  const opened: CampaignWindow = {
    ...{ context, sandbox, clock, active },
    log: bench.context.log,
    onSleep: () => false,
    async reset() {
      await sandbox.reset();
      await sandbox.clearRequests();
      await history.remove((await history.list()).map(({ id }) => id));
      for (const { id } of [profile, other])
        await profiles.update(id, (now) => ({ ...now, assistants: 'propose', protection: 'none' }));
      await profiles.activate(profile.id);
    },
    toggle: () => profiles.activate(active().id === profile.id ? other.id : profile.id),
    async set(change) {
      await profiles.update(active().id, (now) => ({ ...now, ...change }));
    },
    async changeOwn() {
      const scope = activeScope(profiles)!;
      const networkInterfaceNo = turns++ % 2 === 0 ? '701236' : '701237';
      const item = { kind: 'assign', networkInterfaceNo, secondaryIps: own, allowReassign: true } as const;
      const request = { scope, reading: await networks.refresh(scope), intent: { items: [item] } };
      // Read-only, or the address is there already: then nothing is changed.
      await runChange({ ...bench.context, prompter: agreeing }, request).catch(() => undefined);
    },
    async writes() {
      const isOwn = ({ params }: ArrivedRequest): boolean => params['secondaryIpList.1'] === own[0];
      return (await sandbox.writes()).filter((one) => !isOwn(one));
    },
  };
  return opened;
}

/** Says yes to everything. */
const agreeing: Prompter = {
  confirm: () => Promise.resolve(true),
  pick({ choices }) {
    const [first] = choices.flatMap((one) => ('value' in one ? [one.value] : []));
    return Promise.resolve(first === undefined ? undefined : { kind: 'next', value: first });
  },
  input: ({ prompt }) => Promise.resolve({ kind: 'next', value: prompt.slice(prompt.lastIndexOf(' ') + 1) }),
  pickMany: () => Promise.resolve(undefined),
  search: () => Promise.resolve(undefined),
};
