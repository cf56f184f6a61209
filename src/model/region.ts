/** A region as getRegionList returns it. */
export interface Region {
  readonly regionCode: string;
  readonly regionName: string;
}
