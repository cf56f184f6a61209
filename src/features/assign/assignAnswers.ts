import { dropAbsent } from '../../model/dropAbsent';
import type { AssignItem } from '../../plan/intent';

/** How the addresses are found; `takeOver` is offered only where no other address is left. */
export type AssignHow = 'pick' | 'propose' | 'service' | 'both' | 'takeOver';

/** What the wizard knows so far. */
export interface AssignAnswers {
  readonly networkInterfaceNo?: string;
  readonly how?: AssignHow;
  readonly count?: number;
  readonly secondaryIps?: readonly string[];
  readonly allowReassign?: boolean;
}

/** The intent behind the answers. */
export function assignItem(state: AssignAnswers): AssignItem {
  const usesService = state.how === undefined || state.how === 'service' || state.how === 'both';
  return {
    kind: 'assign',
    networkInterfaceNo: state.networkInterfaceNo ?? '',
    secondaryIps: state.how === 'service' ? [] : (state.secondaryIps ?? []),
    ...dropAbsent({ count: usesService ? state.count : undefined, allowReassign: state.allowReassign }),
  };
}
