import { l10n } from 'vscode';
import type { FailoverChoice } from '../../guest/failover/createFailover';
import type { Network } from '../../model/network';
import { sortAddresses } from '../../model/address';
import { documentPath } from '../../words/documentPath';
import { createNamer } from '../../words/namer';
import { needAnyReading } from '../ask/needScope';
import { gatewayOf } from '../change/copyCalls';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';
import { UserError } from '../../ui/userError';
import { askFailover } from './askFailover';
import { companyOf, isAttached, problemOf } from './failoverRules';
import { failoverWords } from './failoverText';

/**
 * Set Up Failover: what makes addresses follow the living one of two or three servers, as a document to read and copy: nothing
 * is run and nothing changed. Asks which addresses, servers and order; by code they are `secondaryIps`, `networkInterfaceNo`
 * and `standbys`. Undefined when somebody thought better of it.
 */
export async function setUpFailover(context: CommandContext, args: Arguments): Promise<unknown> {
  const found = await needAnyReading(context, args);
  if (!found) return undefined;
  const { network } = found.reading;
  const start = startOf(args);
  const clicked = network.interface(start.networkInterfaceNo ?? '');
  // Said before anything is typed.
  if (clicked && !(isAttached(clicked) && companyOf(network, clicked).length > 0)) throw noFailover();
  const choice = args.options.standbys
    ? choiceOf(args, args.options.standbys, network)
    : await askFailover(context.prompter, network, start);
  if (!choice) return undefined;
  const { profile, regionCode } = found.scope;
  const { createFailover, failoverDocument } = await import('../../guest/writeGuests');
  const failover = createFailover(choice, network, createNamer(network), await gatewayOf(context, profile));
  if (!failover) throw noFailover();
  const text = failoverDocument(failover, failoverWords());
  const title = l10n.t('{0} · Failover', failover.addresses.join(', '));
  const topic = ['failover', profile.id, regionCode, ...choice.networkInterfaceNos] as const;
  await context.documents.open(documentPath(topic, title), text, { asText: true, stays: true });
  return text;
}

function noFailover(): UserError {
  return new UserError(
    l10n.t(
      'A failover needs two or three network interfaces of one subnet that are attached to servers, with room for the addresses.',
    ),
  );
}

/** The row a command was called on: an interface, or addresses of one. */
export function startOf({ subjects, options }: Arguments) {
  const [subject] = subjects;
  const clicked = subject && 'networkInterfaceNo' in subject ? subject.networkInterfaceNo : undefined;
  const addresses = subjects.flatMap((one) =>
    one.kind === 'address' && one.role === 'secondary' ? [one.address] : [],
  );
  return {
    networkInterfaceNo: clicked ?? options.networkInterfaceNo,
    addresses: sortAddresses(addresses.length > 0 ? addresses : (options.secondaryIps ?? [])),
  };
}

/** What code answered beforehand. Throws a TypeError when it is not enough, or an address cannot be one of the subnet. */
function choiceOf({ options }: Arguments, standbys: readonly string[], network: Network): FailoverChoice {
  const { networkInterfaceNo = '', secondaryIps = [], preempt = false } = options;
  const problem = problemOf(secondaryIps.join(' '), networkInterfaceNo, network);
  if (problem !== undefined) throw new TypeError(`secondaryIps: ${problem}`);
  return { networkInterfaceNos: [networkInterfaceNo, ...standbys], addresses: secondaryIps, preempts: preempt };
}
