import type { KeptAddresses } from '../../session/reservations';
import type { CheckedFile } from '../declared/checkedFile';

/** What an open file keeps for somebody; `file` is said where the file does not say for whom. */
export function fileReservations({ groups }: CheckedFile, file: string): KeptAddresses[] {
  return groups.flatMap(({ scope, declaration, checked }) => {
    if (!scope) return [];
    const ranges = declaration.reserved.map(({ first, last, for: reason = file }) => ({ first, last, reason }));
    return [{ scope, subnetNos: checked?.subnetNos ?? new Set<string>(), ranges }];
  });
}
