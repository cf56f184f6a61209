import type { Disposable } from 'vscode';
import { declaredLanguage } from '../../contributions';
import type { Declared } from '../../declared/openDeclared';
import type { NetworkStore } from '../../session/networkStore';
import type { GroupNames } from '../../session/groupNames';
import type { History } from '../../session/journal/history';
import type { Readers } from '../../session/regionReader';
import type { KeptAddresses, Reservations } from '../../session/reservations';
import type { ProfileStore } from '../../session/profileStore';
import { followText } from '../checkedText/followText';
import { checkFile } from '../declared/checkFile';
import type { CheckedFile } from '../declared/checkedFile';
import { declaredScope } from '../declared/declaredScope';
import { declaredCompletions } from './declaredCompletions';
import { declaredDiagnostics } from './declaredDiagnostics';
import { declaredFixes } from './declaredFixes';
import { declaredLenses } from './declaredLenses';
import { registerDeclaredLooks } from './registerDeclaredLooks';

/** Comes through the same door. */
export { followPlan } from './followPlan';

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
  const { profiles, networks, reservations, readers } = surroundings;
  /** As the service names them; where it cannot be asked, the one looked at. */
  async function regionsOf(name: string | undefined): Promise<readonly string[]> {
    const profile = name === undefined ? undefined : { text: name, start: 0, end: 0 };
    const scope = declaredScope(profiles, { profile });
    if (!scope) return [];
    try {
      return (await readers.regions(scope.profile)).map(({ regionCode }) => regionCode);
    } catch {
      return [scope.regionCode];
    }
  }
  return followText<CheckedFile>({
    language: declaredLanguage,
    check: (document) => checkFile(document.getText(), surroundings, declared),
    marks: declaredDiagnostics,
    lenses: declaredLenses,
    fixes: (...given) => declaredFixes(declared, ...given),
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

/** What an open file keeps for somebody; `file` is said where the file does not say for whom. */
function fileReservations({ groups }: CheckedFile, file: string): KeptAddresses[] {
  return groups.flatMap(({ scope, declaration, checked }) => {
    if (!scope) return [];
    const ranges = declaration.reserved.map(({ first, last, for: reason = file }) => ({ first, last, reason }));
    return [{ scope, subnetNos: checked?.subnetNos ?? new Set<string>(), ranges }];
  });
}
