import type { AccessControlGroup } from '../../model/accessControlGroup';
import type { Call } from './action';
import { fetchPagedList } from '../lists/fetchPagedList';
import type { Logger } from '../logger';
import type { NcloudApi } from '../ncloudApi';
import { flag, requiredText, text } from '../schemas/fields';
import type { WireList } from '../schemas/listAnswer';
import { row } from '../schemas/row';

/** AccessControlGroup (getAccessControlGroupList). */
export const accessControlGroup = row((wire): AccessControlGroup => ({
  accessControlGroupNo: requiredText(wire.accessControlGroupNo, 'accessControlGroupNo'),
  accessControlGroupName:
    text(wire.accessControlGroupName) ?? requiredText(wire.accessControlGroupNo, 'accessControlGroupNo'),
  vpcNo: text(wire.vpcNo),
  isDefault: flag(wire.isDefault),
}));

const list: WireList<AccessControlGroup> = {
  name: 'accessControlGroupList',
  key: 'accessControlGroupNo',
  row: accessControlGroup,
};

/** The ACG actions of Server (VPC). */
export function createAccessControlGroupActions(call: Call, log: Logger): Pick<NcloudApi, 'getAccessControlGroupList'> {
  return {
    getAccessControlGroupList: (regionCode, options) =>
      fetchPagedList(call, log, {
        name: 'getAccessControlGroupList',
        service: 'vserver/v2',
        regionCode,
        filters: {},
        list,
        options,
      }),
  };
}
