import type { Disposable, TextDocument } from 'vscode';
import { listLanguage } from '../../contributions';
import type { AssignmentSheet } from '../../list/checkAssignments';
import type { Network } from '../../model/network';
import type { NetworkStore } from '../../session/networkStore';
import type { Reservations } from '../../session/reservations';
import type { Scope } from '../../session/scope';
import type { ProfileStore } from '../../session/profileStore';
import { followText } from '../checkedText/followText';
import type { CheckedList } from './checkedList';
import { completionItems } from './completionItems';
import { listDiagnostics } from './listDiagnostics';
import { listLenses } from './listLenses';
import { quickFixes } from './quickFixes';

/** What a list is checked on: the region that is looked at, as last read. */
export interface ListSurroundings {
  readonly profiles: Pick<ProfileStore, 'active' | 'onDidChange'>;
  readonly networks: Pick<NetworkStore, 'state' | 'onDidChange'>;
  readonly reservations: Pick<Reservations, 'reservedIn'>;
}

/**
 * Follows every open list: marks while typing, lenses, fixes and completions, until disposed of. `checkAssignments` comes from
 * its own bundle, which holds the planner: it is not shipped twice.
 */
export function createListEditor(
  { profiles, networks, reservations }: ListSurroundings,
  checkAssignments: (text: string, network: Network) => AssignmentSheet,
): Disposable {
  function check(document: TextDocument): CheckedList {
    const profile = profiles.active();
    const scope: Scope | undefined = profile && { profile, regionCode: profile.regionCode };
    const state = scope && networks.state(scope);
    const network = state?.last?.network;
    const text = document.getText();
    return {
      text,
      isReading: state?.kind === 'loading',
      ...(scope && {
        scope,
        reservedIn: (subnetNo: string) => reservations.reservedIn(scope, subnetNo),
      }),
      ...(network && { network, sheet: checkAssignments(text, network) }),
    };
  }
  return followText({
    language: listLanguage,
    check,
    marks: listDiagnostics,
    lenses: listLenses,
    fixes: quickFixes,
    completions: (document, position, current) => completionItems(document, position, current()),
    completionSigns: [',', ' '],
    changes: [networks.onDidChange, profiles.onDidChange],
  });
}
