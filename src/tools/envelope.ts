import type { Reading } from '../session/networkState';
import { foreignNote, wordOrMarked } from './foreign';
import type { ToolCall } from './tool';

/** What was read longer ago is read again before a tool tells of it; in ms. */
const freshMs = 60_000;

/** What tools look at: as last read, or read now when that was a while ago. */
export async function recentReading({ deps, scope }: ToolCall): Promise<Reading> {
  const known = await deps.read(scope, 'known');
  return Math.abs(deps.clock.now() - known.endedAt) <= freshMs ? known : deps.read(scope, 'now');
}

/** An answer about a network: of which account and region, as of when, whether all of it could be read, and what texts in it are. */
export function answerOf({ scope }: ToolCall, reading: Pick<Reading, 'readAt' | 'gaps'>, body: object): object {
  const { profile, regionCode } = scope;
  return {
    profile: wordOrMarked(profile.name),
    region: regionCode,
    asOf: new Date(reading.readAt).toISOString(),
    isComplete: reading.gaps.length === 0,
    note: foreignNote,
    ...body,
  };
}
