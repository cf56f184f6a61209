import type { GuestFacts } from '../guestFacts';
import type { Block } from './system';

/** Commands for a shell, one a line; no block when there are none. */
export function shell(...lines: readonly string[]): Block[] {
  return lines.length === 0 ? [] : [{ language: 'sh', text: lines.join('\n') }];
}

/** Gratuitous ARP: neighbours forget which machine had the address before. */
export function announce({ gains, device }: Pick<GuestFacts, 'gains' | 'device'>): string[] {
  return gains.map((address) => `arping -c 3 -A -I ${device} ${address}`);
}

/** Shows the device's addresses; after a gain the line of each new one. */
export function showAddresses({ gains, device }: Pick<GuestFacts, 'gains' | 'device'>): string[] {
  return [`ip -4 addr show dev ${device}`, ...gains.map((address) => `ip -o -4 addr show dev ${device} to ${address}`)];
}
