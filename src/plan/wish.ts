/** Everything the intent wants on one interface, before it is put in order. One wish is one call whenever that fits. */
export interface Wish {
  readonly networkInterfaceNo: string;
  readonly subnetNo: string;
  /** Addresses to list, none of them there already. */
  readonly listed: readonly string[];
  readonly takes: readonly { readonly address: string; readonly from: string }[];
  /** `secondaryIpCount` */
  readonly count: number;
  /** Indexes into the intent's items. */
  readonly items: readonly number[];
}
