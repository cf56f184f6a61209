import type { Declaration, DeclaredProblem } from '../../declared/declaration';
import type { Declared } from '../../declared/openDeclared';
import type { NetworkStore } from '../../session/networkStore';
import type { ProfileStore } from '../../session/profileStore';
import type { Reservations } from '../../session/reservations';
import type { CheckedFile, CheckedGroup } from './checkedFile';
import { dayOf } from '../../declared/declaration';
import { declaredScope, groupKey } from './declaredScope';

/** What files are checked on: the regions of their profiles, as last read. */
export interface CheckSurroundings {
  readonly profiles: Pick<ProfileStore, 'active' | 'all'>;
  readonly networks: Pick<NetworkStore, 'state'>;
  readonly reservations: Pick<Reservations, 'reservedIn'>;
  readonly clock: { now(): number };
}

/** Reads a file and compares it with what is known of its regions. Nothing is asked of the service. */
export function checkFile(
  text: string,
  { profiles, networks, reservations, clock }: CheckSurroundings,
  declared: Declared,
): CheckedFile {
  const { documents, problems: wrong } = declared.readDeclarations(text, dayOf(clock.now()));
  const declarations = documents.flatMap(({ declaration }) => declaration ?? []);
  const unknown = declarations.flatMap(({ profile }): DeclaredProblem[] => {
    const isUnknown = profile && !declaredScope(profiles, { profile });
    return isUnknown ? [{ kind: 'unknownProfile', name: profile.text, start: profile.start, end: profile.end }] : [];
  });
  const groups = declared
    .groupByScope(declarations, (one) => groupKey(profiles, one))
    .map((declaration: Declaration): CheckedGroup => {
      const scope = declaredScope(profiles, declaration);
      const state = scope && networks.state(scope);
      const network = state?.last?.network;
      return {
        declaration,
        ...(scope && { scope, reservedIn: (subnetNo: string) => reservations.reservedIn(scope, subnetNo) }),
        ...(state && { state }),
        ...(network && { network, checked: declared.checkDeclaration(declaration, network) }),
      };
    });
  return { text, problems: [...wrong, ...unknown], groups };
}
