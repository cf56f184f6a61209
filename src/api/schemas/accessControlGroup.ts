import type * as v from 'valibot';
import type { AccessControlGroup } from '../../model/accessControlGroup';
import { flag, requiredText, text, textOr } from './fields';
import { row } from './row';

/** AccessControlGroup (getAccessControlGroupList). */
export const accessControlGroup = row({
  accessControlGroupNo: requiredText,
  accessControlGroupName: textOr('accessControlGroupNo'),
  vpcNo: text,
  isDefault: flag,
}) satisfies v.GenericSchema<unknown, AccessControlGroup>;
