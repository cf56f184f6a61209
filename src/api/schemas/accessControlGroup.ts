import * as v from 'valibot';
import type { AccessControlGroup } from '../../model/accessControlGroup';
import { dropAbsent } from '../dropAbsent';
import { flag, requiredText, text } from './fields';

/** AccessControlGroup (getAccessControlGroupList). */
export const accessControlGroup = v.pipe(
  v.object({ accessControlGroupNo: requiredText, accessControlGroupName: text, vpcNo: text, isDefault: flag }),
  v.transform((wire): AccessControlGroup =>
    dropAbsent({ ...wire, accessControlGroupName: wire.accessControlGroupName ?? wire.accessControlGroupNo }),
  ),
);
