import { interfaceView } from '../actions/interfaceView';
import type { World } from '../state/world';
import type { CallAnswer } from '../wire/answer';
import { numberOf } from './argument';
import type { Fault } from './fault';

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
export function dropOptionalFields(answer: CallAnswer): CallAnswer {
  return rewrite(answer, (name, value) => (optionalFields.has(name) ? undefined : value));
}

/** returnCode and errorCode as numbers, as some older documents and products have them. */
export function useNumberCodes(answer: CallAnswer): CallAnswer {
  return rewrite(answer, (name, value) => (codeFields.has(name) ? Number(value) : value));
}

/** A count that does not fit the rows, as when rows come or go between two pages. */
export function shiftTotalRows(answer: CallAnswer, by: number): CallAnswer {
  return rewrite(answer, (name, value) => (name === 'totalRows' ? Number(value) + by : value));
}

/** The answer of a read without its list, as if the field had another name. */
export function dropList(answer: CallAnswer): CallAnswer {
  return rewrite(answer, (name, value) => (isRows(name, value) ? undefined : value));
}

/** A list without rows beside the number of all rows. */
export function emptyList(answer: CallAnswer): CallAnswer {
  return rewrite(answer, (name, value) => (isRows(name, value) ? [] : value));
}

/** Success and nothing else: the published tables of the changing actions list no more than that. */
export function dropResult(answer: CallAnswer): CallAnswer {
  return rewrite(answer, (name, value) => (isRows(name, value) || name === 'totalRows' ? undefined : value));
}

/** Takes from row `row` (default 0) the fields in `fields`, or all but the first one. */
export function spoilRow(answer: CallAnswer, fault: Fault): CallAnswer {
  const { fields } = fault;
  const isLost = (name: string, index: number) => (Array.isArray(fields) ? fields.includes(name) : index > 0);
  const spoil = (row: object) =>
    Object.fromEntries(Object.entries(row).filter(([name], index) => !isLost(name, index))) as object;
  return rewrite(answer, (name, value) =>
    isRows(name, value) ? value.map((row, index) => (index === numberOf(fault, 'row', 0) ? spoil(row) : row)) : value,
  );
}

/** The interfaces a change answers with as they were before it; a call that changed nothing keeps its answer. */
export function showOldRows(answer: CallAnswer, world: World): CallAnswer {
  if (answer.touched.length === 0) return answer;
  const records = [...world.previousInterfaces().values()];
  return rewrite(answer, (name, value) => {
    if (!isRows(name, value)) return value;
    return (value as { networkInterfaceNo?: string }[]).map((row) => {
      const old = records.map((region) => region.get(row.networkInterfaceNo ?? '')).find((record) => record);
      return old ? interfaceView(old) : row;
    });
  });
}

/** The list of an answer, not one inside a row: its rows are objects. */
function isRows(name: string, value: unknown): value is object[] {
  return name.endsWith('List') && Array.isArray(value) && value.every((row) => typeof row === 'object');
}

function rewrite(answer: CallAnswer, field: (name: string, value: unknown) => unknown): CallAnswer {
  const document = JSON.parse(JSON.stringify(answer.document, (name, value: unknown) => field(name, value))) as object;
  return { ...answer, document };
}
