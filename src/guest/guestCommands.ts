import { createGuestFacts, type FactNote, type GuestFacts, type GuestInput } from './guestFacts';
import { centos7 } from './systems/centos7';
import { debian } from './systems/debian';
import { rocky } from './systems/rocky';
import type { GuestSystem, SystemCommands, SystemSteps } from './systems/system';
import { temporary } from './systems/temporary';
import { ubuntu } from './systems/ubuntu';
import { windows } from './systems/windows';

/** What one guest has to be told, for every operating system we know; the likely one first. */
export interface GuestCommands {
  readonly device: string;
  readonly gains: readonly string[];
  readonly loses: readonly string[];
  readonly notes: readonly FactNote[];
  readonly systems: readonly SystemCommands[];
}

const systems = { ubuntu, rocky, centos7, debian, windows, temporary } satisfies Record<
  GuestSystem,
  (facts: GuestFacts) => SystemSteps
>;
const ids = Object.keys(systems) as GuestSystem[];

/**
 * The commands and files that add and remove secondary addresses inside a guest. Text to read and copy: nothing runs it.
 * Only values that passed a check are in it, so an odd name in an API answer cannot become a command.
 */
export function guestCommands(input: GuestInput): GuestCommands {
  const { facts, notes } = createGuestFacts(input);
  const likely = likelySystems(input.systemHint);
  const order = [...likely, ...ids.filter((id) => !likely.includes(id))];
  return {
    device: facts.device,
    gains: facts.gains,
    loses: facts.loses,
    notes,
    systems: order.map((id) => ({ id, isLikely: likely.includes(id), ...systems[id](facts) })),
  };
}

/** From a server's `platformType` code: LNX64, UBS64, WND64 and the like. */
function likelySystems(hint = ''): readonly GuestSystem[] {
  if (hint.startsWith('UB')) return ['ubuntu'];
  if (hint.startsWith('WND')) return ['windows'];
  if (hint.startsWith('LNX')) return ['rocky', 'centos7'];
  return [];
}
