import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Plan } from './plan';

/**
 * SHA-256 over the plan as canonical JSON (RFC 8785), in hex: two plans with the same digest make the same calls, change the same
 * interfaces from the same addresses to the same ones, and warn of the same things.
 */
export function planDigest(plan: Plan): string {
  return createHash('sha256')
    .update(canonicalize(JSON.parse(JSON.stringify(plan), wellFormed)) ?? '')
    .digest('hex');
}

/** A name in the cloud may hold half a character, which canonical JSON has no form for. */
function wellFormed(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}
