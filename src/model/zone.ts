/** A zone as getZoneList returns it. */
export interface Zone {
  readonly zoneCode: string;
  readonly zoneName: string;
  readonly regionCode: string;
  readonly zoneDescription?: string;
}
