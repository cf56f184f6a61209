import type { Fault } from './fault';

/** An argument of a fault that is a number. */
export function numberOf(fault: Fault, name: string, fallback: number): number {
  const value = fault[name];
  return typeof value === 'number' ? value : fallback;
}

/** An argument of a fault that is a text. */
export function textOf(fault: Fault, name: string, fallback: string): string {
  const value = fault[name];
  return typeof value === 'string' ? value : fallback;
}
