import { Document, isMap, isSeq } from 'yaml';
import type { Network } from '../model/network';
import type { NetworkInterface } from '../model/networkInterface';
import { namesOf } from './collectWants';

/** What a written file is about. */
export interface WrittenScope {
  /** Absent: the file is about whichever account reads it. */
  readonly profile?: string | undefined;
  readonly region: string;
  /** What the file begins with, a line each. */
  readonly comment?: string | undefined;
}

/**
 * A file that says what these interfaces hold now: its plan has no changes. Interfaces without secondary IPs are left out.
 * Each by the shortest name that only it has.
 */
export function writeDeclaration(
  interfaces: readonly NetworkInterface[],
  network: Network,
  { profile, region, comment }: WrittenScope,
): string {
  const { best } = namesOf(network);
  const held = interfaces.flatMap((one) => {
    const { networkInterfaceNo: no, subnetNo, secondaryIpList } = one;
    // In a reading of a move an address may be on two interfaces.
    const isHolder = (address: string): boolean =>
      network.holder(subnetNo, address)?.networkInterface.networkInterfaceNo === no;
    const own = secondaryIpList.filter(isHolder);
    return own.length > 0 ? [[best(one), own] as const] : [];
  });
  const document = new Document({
    version: 1,
    ...(profile !== undefined && { profile }),
    region,
    interfaces: new Map(held),
  });
  if (comment !== undefined) document.commentBefore = comment.replaceAll(/^/gm, ' ');
  const written = document.get('interfaces');
  if (isMap(written)) {
    for (const { value } of written.items) if (isSeq(value)) value.flow = true;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
