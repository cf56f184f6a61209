import type { Uri } from 'vscode';
import type { LinkTarget } from '../../copy/linkLine';
import { isIpv4 } from '../../model/address';

/** The map of a subnet, with the address to go to in it. */
export interface SubnetLink {
  readonly subnetNo: string;
  readonly address?: string;
  readonly profile?: string;
  readonly regionCode?: string;
}

/** What a link to a subnet's map asks to see, `/subnet/3104?address=10.0.10.11`; undefined when it is none. */
export function readSubnetLink({ path, query }: Pick<Uri, 'path' | 'query'>): SubnetLink | undefined {
  const subnetNo = /^\/subnet\/(\d{1,20})$/.exec(path)?.[1];
  if (subnetNo === undefined) return undefined;
  const fields = new URLSearchParams(query);
  const address = fields.get('address');
  return { subnetNo, ...(address !== null && isIpv4(address) && { address }), ...readWhere(fields) };
}

/** What a link asks to see; a link written by hand may leave everything but the address out. Undefined when it is no link of ours. */
export function readLink({
  path,
  query,
}: Pick<Uri, 'path' | 'query'>): (Pick<LinkTarget, 'address'> & Partial<LinkTarget>) | undefined {
  const address = /^\/address\/([^/]+)$/.exec(path)?.[1];
  if (address === undefined || !isIpv4(address)) return undefined;
  const fields = new URLSearchParams(query);
  const networkInterfaceNo = fields.get('interface');
  return { address, ...readWhere(fields), ...(networkInterfaceNo && { networkInterfaceNo }) };
}

function readWhere(fields: URLSearchParams): { profile?: string; regionCode?: string } {
  const profile = fields.get('profile');
  const regionCode = /^[A-Z0-9-]{1,20}$/.exec(fields.get('region') ?? '')?.[0];
  return { ...(profile && { profile }), ...(regionCode && { regionCode }) };
}
