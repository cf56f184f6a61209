import { applyForeignChange } from '../state/applyForeignChange';
import { numberOf } from './argument';
import {
  dropList,
  dropOptionalFields,
  dropResult,
  emptyList,
  shiftTotalRows,
  showOldRows,
  spoilRow,
  useNumberCodes,
} from './editAnswer';
import type { FaultEffect } from './fault';
import { replyWith } from './replyWith';
import { rotateRows, swapRow } from './swapRow';

/** Every fault by name. A fault that ends in AfterApply answers badly to a call that was carried out. */
export const faultEffects = {
  skew: { clockAhead: (fault) => numberOf(fault, 'ms', 7 * 60_000) },
  permission: { instead: () => replyWith.refusal('210') },
  throttle: { instead: replyWith.slowDown },
  slowDown: { instead: replyWith.slowDown, meanwhile: (fault, world) => applyForeignChange(world, fault) },
  unavailable: { instead: () => replyWith.refusal('500') },
  gatewayTimeout: { instead: () => replyWith.refusal('510') },
  requestTimeout: { instead: replyWith.requestTimeout },
  tryAgain: { instead: replyWith.tryAgain },
  unknownError: { instead: replyWith.unknownError },
  htmlMessage: { instead: replyWith.htmlMessage },
  empty200: { instead: replyWith.empty },
  badGateway: { instead: replyWith.badGateway },
  html: { instead: replyWith.html },
  error: { instead: replyWith.ordered },
  reset: { instead: () => 'reset' },
  stall: { stallFirst: (fault) => numberOf(fault, 'ms', 30_000) },
  late: {
    only: 'writes',
    late: (fault) => numberOf(fault, 'ms', 10_000),
    stallFirst: (fault) => (fault.answer === 'stall' ? numberOf(fault, 'stallMs', 30_000) : 0),
    instead: replyWith.lost,
  },
  foreignChange: { before: (fault, world) => applyForeignChange(world, fault) },
  ownerChanged: {
    before: (fault, world) => applyForeignChange(world, { own: { instanceNo: '13200799', ...fault } }),
  },
  otherAccount: { account: (fault) => (fault.scenario === 'large' ? 'large' : 'empty') },
  staleList: { only: 'reads', sees: (world) => world.previousInterfaces() },
  laggingList: { only: 'reads', freezes: true },
  rowSwapped: {
    only: 'reads',
    fits: (params) => Number(params.text('pageNo')) > 1,
    before: (fault, world) => (fault.repeat === true ? undefined : swapRow(world, fault)),
    sees: (world, fault) => (fault.repeat === true ? rotateRows(world) : undefined),
  },
  xmlAnswer: { edit: (answer) => ({ ...answer, form: 'xml' }) },
  numberCodes: { edit: useNumberCodes },
  missingFields: { edit: dropOptionalFields },
  totalRowsDrift: { only: 'reads', edit: (answer, fault) => shiftTotalRows(answer, numberOf(fault, 'by', 1)) },
  listAbsent: { only: 'reads', edit: dropList },
  listEmpty: { only: 'reads', edit: emptyList },
  rowMalformed: { edit: spoilRow },
  noListAnswer: { only: 'writes', edit: dropResult },
  emptyListAnswer: { only: 'writes', edit: emptyList },
  oldListAnswer: { only: 'writes', edit: (answer, _fault, world) => showOldRows(answer, world) },
  stuckSet: {
    only: 'writes',
    edit: (answer, _fault, world) => {
      world.holdSettling(answer.touched);
      return answer;
    },
  },
  stallAfterApply: { stallAfter: (fault) => numberOf(fault, 'ms', 30_000) },
  empty200AfterApply: { replace: replyWith.empty },
  unavailableAfterApply: { replace: () => replyWith.refusal('500') },
  gatewayTimeoutAfterApply: { replace: () => replyWith.refusal('510') },
  requestTimeoutAfterApply: { replace: replyWith.requestTimeout },
  tryAgainAfterApply: { replace: replyWith.tryAgain },
  unknownErrorAfterApply: { replace: replyWith.unknownError },
  cutOff: { delivery: 'half' },
  resetAfterApply: { delivery: 'reset' },
} as const satisfies Record<string, FaultEffect>;
