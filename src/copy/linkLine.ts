/** A place in the tree that a link leads to. */
export interface LinkTarget {
  readonly address: string;
  /** Name of a profile: its id is known on one machine only. */
  readonly profile: string;
  readonly regionCode: string;
  /** Two VPCs may use the same range. */
  readonly networkInterfaceNo: string;
}

/**
 * One link that shows an address in the tree. `scheme` is the editor's own (vscode, vscode-insiders, …). VS Code decodes a
 * link's query once before it hands it over, so what would end or join fields there is encoded twice.
 */
export function linkLine(scheme: string, { address, profile, regionCode, networkInterfaceNo }: LinkTarget): string {
  const fields = { profile, region: regionCode, interface: networkInterfaceNo };
  const query = Object.entries(fields).map(([name, value]) => {
    const once = value.toWellFormed().replace(/[%&+=#;]/g, encodeURIComponent);
    return `${name}=${encodeURIComponent(once)}`;
  });
  return `${scheme}://ncloud-ip.ncloud-ip/address/${encodeURIComponent(address.toWellFormed())}?${query.join('&')}`;
}
