import type { Disposable, TextDocument } from 'vscode';
import { declaredLanguage } from '../../contributions';
import type { Declaration, DeclaredProblem } from '../../declared/declaration';
import type { Declared } from '../../declared/openDeclared';
import type { NetworkStore } from '../../session/networkStore';
import type { GroupNames } from '../../session/groupNames';
import type { History } from '../../session/journal/history';
import type { Readers } from '../../session/regionReader';
import type { Reservations } from '../../session/reservations';
import type { ProfileStore } from '../../session/profileStore';
import { followText } from '../checkedText/followText';
import { dayOf, declaredScope, scopeKey } from '../declared/declaredScope';
import type { CheckedFile, CheckedGroup } from './checkedFile';
import { declaredCompletions } from './declaredCompletions';
import { declaredDiagnostics } from './declaredDiagnostics';
import { declaredFixes } from './declaredFixes';
import { declaredLenses } from './declaredLenses';
import { fileReservations } from './fileReservations';
import { registerDeclaredLooks } from './registerDeclaredLooks';

/** What files are checked on: the regions of their profiles, as last read. */
export interface FileSurroundings {
  readonly profiles: Pick<ProfileStore, 'active' | 'all' | 'onDidChange'>;
  readonly networks: Pick<NetworkStore, 'state' | 'onDidChange'>;
  readonly reservations: Pick<Reservations, 'set' | 'reservedIn'>;
  readonly history: Pick<History, 'list'>;
  readonly groupNames: Pick<GroupNames, 'get'>;
  readonly readers: Pick<Readers, 'regions'>;
  readonly clock: { now(): number };
}

/** Follows every open file that says who holds which address. `declared` comes from its own bundle, with parser and planner. */
export function createDeclaredEditor(surroundings: FileSurroundings, declared: Declared): Disposable {
  const { profiles, networks, reservations, readers, clock } = surroundings;
  /** As the service names them; where it cannot be asked, the one looked at. */
  async function regionsOf(name: string | undefined): Promise<readonly string[]> {
    const word = name === undefined ? {} : { profile: { text: name, start: 0, end: 0 } };
    const scope = declaredScope(profiles, word);
    if (!scope) return [];
    try {
      return (await readers.regions(scope.profile)).map(({ regionCode }) => regionCode);
    } catch {
      return [scope.regionCode];
    }
  }
  function check(document: TextDocument): CheckedFile {
    const text = document.getText();
    const { documents, problems: wrong } = declared.readDeclarations(text, dayOf(clock.now()));
    const declarations = documents.flatMap(({ declaration }) => declaration ?? []);
    const unknown = declarations.flatMap(({ profile }): DeclaredProblem[] => {
      const isUnknown = profile && !declaredScope(profiles, { profile });
      return isUnknown ? [{ kind: 'unknownProfile', name: profile.text, start: profile.start, end: profile.end }] : [];
    });
    const groups = declared.groupByScope(declarations, (one) => scopeKey(profiles, one)).map(checkGroup);
    return { text, problems: [...wrong, ...unknown], groups };
  }
  function checkGroup(declaration: Declaration): CheckedGroup {
    const scope = declaredScope(profiles, declaration);
    const state = scope && networks.state(scope);
    const network = state?.last?.network;
    return {
      declaration,
      ...(scope && { scope }),
      ...(state && { state }),
      ...(network && { network, checked: declared.checkDeclaration(declaration, network) }),
    };
  }
  return followText<CheckedFile>({
    language: declaredLanguage,
    check,
    marks: declaredDiagnostics,
    lenses: declaredLenses,
    fixes: declaredFixes,
    completions: (document, position) => {
      const place = declared.completionPlace(document.getText(), document.offsetAt(position));
      return place && declaredCompletions(document, place, { profiles, networks, reservations, regionsOf });
    },
    completionSigns: [' ', '[', ',', '.'],
    onDidCheck: (document, checked) => {
      const file = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
      reservations.set(document.uri.toString(), checked ? fileReservations(checked, file) : []);
    },
    also: (current) => registerDeclaredLooks(current, surroundings),
    changes: [networks.onDidChange, profiles.onDidChange],
  });
}
