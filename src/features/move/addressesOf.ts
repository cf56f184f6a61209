import type { Subject } from '../../tree/node';

/** An address row of the tree. */
export type AddressSubject = Extract<Subject, { kind: 'address' }>;

/** The secondary IPs among what was selected; primary ones and everything else stay where they are. */
export function secondaryIpsOf(subjects: readonly Subject[]): readonly AddressSubject[] {
  return subjects.filter(
    (subject): subject is AddressSubject => subject.kind === 'address' && subject.role === 'secondary',
  );
}

/** The same, by the interface that holds them. */
export function byInterface(
  subjects: readonly Subject[],
): readonly { networkInterfaceNo: string; secondaryIps: string[] }[] {
  const groups = Map.groupBy(secondaryIpsOf(subjects), ({ networkInterfaceNo }) => networkInterfaceNo);
  return [...groups].map(([networkInterfaceNo, group]) => ({
    networkInterfaceNo,
    secondaryIps: group.map(({ address }) => address),
  }));
}
