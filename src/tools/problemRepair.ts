import type { Problem } from '../plan/plan';

/** What to do about each problem, for a model. People read src/words/problemText.ts. */
const repairs: Readonly<Record<Problem['kind'], string>> = {
  nothingToDo: 'Nothing would change. Tell the user that it is so already.',
  readOnlyProfile: 'The profile is read-only. Only the user may change that.',
  unknownInterface: 'Find the interface with listNetwork or findAddress and use its number.',
  unknownSubnet: 'The subnet cannot be read with these keys. The user has to give them the viewer policy of VPC.',
  settling: 'The interface is being changed. Wait some seconds, then plan again.',
  ambiguousInterface: 'Several interfaces have this name. Ask the user which one, and use its number.',
  notAnAddress: 'Give a whole IPv4 address such as 10.0.10.11.',
  rangeTooLong: 'Give single addresses.',
  rangeBackwards: 'Give single addresses.',
  notAnEntry: 'Give single addresses.',
  listTooLong: 'Ask for fewer changes at a time.',
  outside: 'Choose an address from firstUsable to lastUsable, of those that unusedAddresses gives.',
  reserved: 'Choose an address from firstUsable to lastUsable, of those that unusedAddresses gives.',
  ownPrimary: 'The address is the interface’s own primary one, which cannot be changed.',
  othersPrimary: 'The address is the primary one of the holder, which cannot be taken. Choose another.',
  heldByOther: 'Another interface holds the address. Choose another, or ask the user before you set takeOver: true.',
  duplicate: 'Name the address once.',
  tooMany: 'An interface holds at most 5 secondary IPs. Unassign one in the same plan, or choose another interface.',
  badCount: 'Give a count from 1 to the limit.',
  severalSubnets: 'An address moves within its subnet only.',
  notFound: 'No interface of the subnet has the address. Look with findAddress.',
  movedOn: 'The address is elsewhere by now. Look with findAddress.',
  alreadyUndone: 'The change was taken back already.',
  stillUnknown: 'Nobody knows whether the change happened. Look with findAddress; there is nothing to take back.',
  noUnseenAddress:
    'The subnet has too few addresses left: the others are seen in use, reserved, or in this plan. Ask for fewer.',
};

/** The repair of a problem. It holds no text from outside. */
export function problemRepair({ kind }: Pick<Problem, 'kind'>): string {
  return repairs[kind];
}
