/** A region as getRegionList returns it. */
export interface Region {
  readonly regionCode: string;
  readonly regionName: string;
}

/** A zone as getZoneList returns it. */
export interface Zone {
  readonly zoneCode: string;
  readonly zoneName: string;
  readonly regionCode: string;
  readonly zoneDescription?: string | undefined;
}
