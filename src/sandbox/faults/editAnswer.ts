import type { Answer } from '../wire/answer';

/** Fields the documents call optional, or show as absent in some examples. */
const optionalFields = new Set([
  ...['deviceName', 'instanceType', 'instanceNo', 'macAddress', 'accessControlGroupNoList', 'enableFlowLog'],
  ...['createDate', 'usageType', 'networkAclNo', 'zoneDescription', 'serverDescription', 'loginKeyName', 'uptime'],
  ...['publicIpInstanceNo', 'publicIp', 'serverImageProductCode', 'serverProductCode', 'initScriptNo'],
  ...['baseBlockStorageDiskType', 'baseBlockStorageDiskDetailType', 'placementGroupNo', 'placementGroupName'],
  ...['memberServerImageInstanceNo', 'blockDevicePartitionList', 'hypervisorType', 'serverImageNo', 'serverSpecCode'],
]);

const codeFields = new Set(['returnCode', 'errorCode']);

/** Leaves optional fields out wherever they stand. */
export function dropOptionalFields(answer: Answer): Answer {
  return rewrite(answer, (name, value) => (optionalFields.has(name) ? undefined : value));
}

/** returnCode and errorCode as numbers, as some older documents and products have them. */
export function useNumberCodes(answer: Answer): Answer {
  return rewrite(answer, (name, value) => (codeFields.has(name) ? Number(value) : value));
}

/** A count that does not fit the rows, as when rows come or go between two pages. */
export function shiftTotalRows(answer: Answer, by: number): Answer {
  return rewrite(answer, (name, value) => (name === 'totalRows' ? Number(value) + by : value));
}

function rewrite(answer: Answer, field: (name: string, value: unknown) => unknown): Answer {
  const document = JSON.parse(JSON.stringify(answer.document, (name, value: unknown) => field(name, value))) as object;
  return { ...answer, document };
}
