import type { Scope } from '../../session/scope';

/** Which addresses of a subnet the open files of secondary IPs reserve, and for what. Nobody reads them for the map yet. */
export function reservedInFiles(_scope: Scope, _subnetNo: string): ReadonlyMap<string, string> {
  return new Map();
}
