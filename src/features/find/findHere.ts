import { createNarrowing } from '../../search/narrowNetwork';
import type { Network } from '../../model/network';
import { shownName } from '../../words/shownName';
import { whereText } from '../../words/whereText';
import type { CommandContext } from '../commandContext';
import { findAddress, findIn, type FindPart } from './findAddress';
import type { Arguments } from '../readArguments';

/** Find Here: Find Address within the profile, region, VPC or subnet of a row. */
export async function findHere(context: CommandContext, args: Arguments): Promise<unknown> {
  const [subject] = args.subjects;
  if (!subject) return findAddress(context, args);
  const { profile, regionCode } = subject.scope;
  const isRow = (scope: { readonly profile: { readonly id: string }; readonly regionCode: string }): boolean =>
    scope.profile.id === profile.id && (subject.kind === 'profile' || scope.regionCode === regionCode);
  const scopes = { ...context.scopes, shown: () => context.scopes.shown().filter(isRow) };
  const state = context.networks.state(subject.scope);
  const network = state.last?.network;
  const where = subject.kind === 'profile' ? shownName(profile.name) : whereText(subject.scope);
  const part =
    subject.kind === 'vpc'
      ? partOf(
          network?.vpc(subject.vpcNo)?.vpcName ?? subject.vpcNo,
          (no, now) => now.subnet(no)?.vpcNo === subject.vpcNo,
          network,
        )
      : subject.kind === 'subnet'
        ? partOf(
            network?.subnet(subject.subnetNo)?.subnetName ?? subject.subnetNo,
            (no) => no === subject.subnetNo,
            network,
          )
        : { name: where, narrow: (all: Network) => all, hasRow: () => true };
  return findIn({ ...context, scopes }, { ...args, subjects: [] }, part);
}

function partOf(
  name: string,
  isIn: (subnetNo: string, network: Network) => boolean,
  network: Network | undefined,
): FindPart {
  return {
    name: shownName(name),
    narrow: createNarrowing(isIn),
    hasRow(row) {
      if (!('value' in row) || row.value.kind !== 'asked' || !network) return true;
      return isIn(row.value.networkInterface.subnetNo, network);
    },
  };
}
