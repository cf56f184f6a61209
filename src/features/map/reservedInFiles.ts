import type { Scope } from '../../session/scope';

/** Which addresses of a subnet the open files of secondary IPs reserve, and for what. Nobody reads them for the map yet. */
export const reservedInFiles: (scope: Scope, subnetNo: string) => ReadonlyMap<string, string> = () => new Map();
