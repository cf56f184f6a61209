/** An ACG as getAccessControlGroupList returns it. */
export interface AccessControlGroup {
  readonly accessControlGroupNo: string;
  readonly accessControlGroupName: string;
  readonly vpcNo?: string | undefined;
  readonly isDefault?: boolean | undefined;
}

/** ACGs by their numbers, with the name of each that was read: `web-acg (1581)`. */
export function namedGroups(numbers: readonly string[], groups: readonly AccessControlGroup[]): string {
  const nameOf = new Map(groups.map((group) => [group.accessControlGroupNo, group.accessControlGroupName]));
  return numbers.map((no) => (nameOf.has(no) ? `${nameOf.get(no)} (${no})` : no)).join(', ');
}
