import ipaddr from 'ipaddr.js';
import { isIpv4 } from '../model/address';

/** What is known of one guest and its change, as it came: nothing in it is trusted. */
export interface GuestInput {
  /** `eth0`; absent for an unattached interface. */
  readonly device?: string | undefined;
  /** Of the subnet, 1 … 32; absent when the subnet could not be read. */
  readonly prefix?: number | undefined;
  readonly primary?: string;
  readonly gains: readonly string[];
  readonly loses: readonly string[];
  /** Secondary IPs it holds besides, for files that list all of them. */
  readonly keeps: readonly string[];
  /** The server's `platformType` code. */
  readonly systemHint?: string | undefined;
}

/** The same after checks: every text can stand in a command, a file name or a file as it is. */
export interface GuestFacts {
  readonly device: string;
  readonly prefix: number;
  readonly netmask: string;
  readonly primary?: string;
  readonly gains: readonly string[];
  readonly loses: readonly string[];
  readonly keeps: readonly string[];
}

/** What was assumed or left out. Text is made in src/features/guest/guestText.ts. */
export type FactNote =
  | { readonly kind: 'deviceAssumed'; readonly device: string }
  | { readonly kind: 'prefixAssumed'; readonly prefix: number }
  | { readonly kind: 'addressLeftOut'; readonly text: string };

const deviceName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$/;

/** Checks an input. What does not pass is replaced or left out, and said so. */
export function createGuestFacts(input: GuestInput): { facts: GuestFacts; notes: FactNote[] } {
  const notes: FactNote[] = [];
  const hasDevice = input.device !== undefined && deviceName.test(input.device);
  const device = hasDevice ? input.device : 'eth0';
  if (!hasDevice) notes.push({ kind: 'deviceAssumed', device });

  const hasPrefix =
    input.prefix !== undefined && Number.isInteger(input.prefix) && input.prefix > 0 && input.prefix <= 32;
  // A host route works in any subnet.
  const prefix = hasPrefix ? input.prefix : 32;
  if (!hasPrefix) notes.push({ kind: 'prefixAssumed', prefix });

  const checked = (addresses: readonly string[]): string[] => {
    const bad = addresses.filter((address) => !isIpv4(address));
    notes.push(...bad.map((text) => ({ kind: 'addressLeftOut' as const, text })));
    return [...new Set(addresses)].filter(isIpv4);
  };
  const facts = {
    device,
    prefix,
    netmask: ipaddr.IPv4.subnetMaskFromPrefixLength(prefix).toString(),
    gains: checked(input.gains),
    loses: checked(input.loses),
    keeps: checked(input.keeps),
    ...(input.primary !== undefined && isIpv4(input.primary) && { primary: input.primary }),
  };
  return { facts, notes };
}
