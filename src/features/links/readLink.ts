import type { Uri } from 'vscode';
import type { LinkTarget } from '../../copy/linkLine';
import { isIpv4 } from '../../model/address';

/** What a link asks to see; a link written by hand may leave everything but the address out. Undefined when it is no link of ours. */
export function readLink({
  path,
  query,
}: Pick<Uri, 'path' | 'query'>): (Pick<LinkTarget, 'address'> & Partial<LinkTarget>) | undefined {
  const address = /^\/address\/([^/]+)$/.exec(path)?.[1];
  if (address === undefined || !isIpv4(address)) return undefined;
  const fields = new URLSearchParams(query);
  const profile = fields.get('profile');
  const networkInterfaceNo = fields.get('interface');
  const regionCode = /^[A-Z0-9-]{1,20}$/.exec(fields.get('region') ?? '')?.[0];
  return {
    address,
    ...(profile && { profile }),
    ...(regionCode && { regionCode }),
    ...(networkInterfaceNo && { networkInterfaceNo }),
  };
}
