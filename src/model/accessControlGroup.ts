/** An ACG as getAccessControlGroupList returns it. */
export interface AccessControlGroup {
  readonly accessControlGroupNo: string;
  readonly accessControlGroupName: string;
  readonly vpcNo?: string;
  readonly isDefault?: boolean;
}
