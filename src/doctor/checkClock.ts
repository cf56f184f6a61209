import { isClockRefused, measureClockSkew } from '../api/clockSkew';
import type { Verdict } from './check';
import type { Target } from './target';

/** Beyond this a clock is worth setting although the gateway still takes its timestamps. */
const noticeableMs = 60_000;

/** How far the own clock is from the gateway's, by the Date header of an unsigned request. */
export async function checkClock({ host, reach }: Target, blocking: Verdict | undefined): Promise<Verdict> {
  const base = { id: 'clock', layer: 'clock' } as const;
  if (blocking) return { ...base, status: 'skipped', symptom: 'blocked', facts: { host, blockedBy: blocking.id } };
  const answer = await reach;
  if (!answer.ok) return { ...base, status: 'warning', symptom: 'noHttpAnswer', facts: { host, code: answer.code } };
  const skewMs = measureClockSkew(answer.date, answer.at);
  const facts = { host, http: answer.http };
  if (skewMs === undefined) return { ...base, status: 'skipped', symptom: 'noDate', facts };
  const measured = { ...facts, skewMs };
  if (isClockRefused(skewMs)) return { ...base, status: 'failed', symptom: 'clockRefused', facts: measured };
  if (Math.abs(skewMs) > noticeableMs) return { ...base, status: 'warning', symptom: 'clockOff', facts: measured };
  return { ...base, status: 'ok', symptom: 'clockRight', facts: measured };
}
