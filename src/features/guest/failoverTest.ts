import { l10n } from 'vscode';
import type { Network } from '../../model/network';
import { parseAddressList } from '../../plan/parseAddressList';
import { mapAnswer, type Prompter } from '../../ui/prompter';
import { runWizard } from '../../ui/wizard';
import { createNamer } from '../../words/namer';
import { needAnyReading } from '../ask/needScope';
import { pickInterface } from '../ask/pickInterface';
import { pickSecondaryIps } from '../ask/pickSecondaryIps';
import type { CommandContext } from '../commandContext';
import { ensureKeys } from '../profiles/askKeys';
import type { Arguments } from '../readArguments';
import { problemText } from '../../words/problemText';
import { offerAssign } from './guestOsCommands';
import { mostTestMs, runFailoverTest } from './runFailoverTest';
import { startOf } from './setUpFailover';

/** Which addresses are watched; the interface tells their subnet. */
interface Answers {
  readonly networkInterfaceNo: string;
  readonly addresses: readonly string[];
}

/**
 * Failover Test: watches who holds addresses while a person pulls the plug, and leaves a document of who held them when and
 * for how long nobody did. It only reads. Asks which addresses of which interface; by code they are `networkInterfaceNo`,
 * `secondaryIps` (else all it holds), and it takes `seconds`. Answers the document; undefined when somebody thought better of it.
 */
export async function failoverTest(context: CommandContext, args: Arguments): Promise<unknown> {
  const found = await needAnyReading(context, args);
  if (!found) return undefined;
  const { scope, reading } = found;
  const { network } = reading;
  const start = startOf(args);
  const known = network.interface(start.networkInterfaceNo ?? '');
  const answers: Answers = { networkInterfaceNo: known?.networkInterfaceNo ?? '', addresses: start.addresses };
  checkAddresses(network, answers);
  const held = known?.secondaryIpList ?? [];
  if (known && answers.addresses.length + held.length === 0) {
    offerAssign(known.networkInterfaceNo, createNamer(network)(known.networkInterfaceNo), scope);
    return undefined;
  }
  const isEnough = known && (answers.addresses.length > 0 || held.length === 1 || args.isProgrammatic);
  const chosen = isEnough
    ? { ...answers, addresses: answers.addresses.length > 0 ? answers.addresses : held }
    : await ask(context.prompter, network, answers);
  if (!chosen || (!args.isProgrammatic && !(await ensureKeys(context, scope.profile)))) return undefined;
  const subnetNo = network.interface(chosen.networkInterfaceNo)?.subnetNo;
  if (subnetNo === undefined) return undefined;
  const forMs = Math.min(mostTestMs, (args.options.seconds ?? Infinity) * 1_000);
  return runFailoverTest(context, { scope, network, subnetNo, addresses: chosen.addresses, forMs });
}

/** From the palette: first the interface, then which of its addresses; several stand ticked. */
function ask(prompter: Prompter, network: Network, start: Answers): Promise<Answers | undefined> {
  const isKnown = start.networkInterfaceNo !== '';
  return runWizard(
    l10n.t('Failover Test'),
    [
      {
        isNeeded: () => !isKnown,
        ask: async ({ networkInterfaceNo }, position) =>
          mapAnswer(
            await pickInterface(
              prompter,
              {
                network,
                fits: ({ secondaryIpList }) => secondaryIpList.length > 0,
                chosen: networkInterfaceNo,
              },
              position,
            ),
            (no): Answers => ({
              networkInterfaceNo: no,
              addresses: network.interface(no)?.secondaryIpList ?? [],
            }),
          ),
      },
      {
        isNeeded: ({ networkInterfaceNo }) => network.interface(networkInterfaceNo)?.secondaryIpList.length !== 1,
        ask: async (state, position) => {
          const one = network.interface(state.networkInterfaceNo);
          const ticked = state.addresses.length > 0 ? state.addresses : (one?.secondaryIpList ?? []);
          return mapAnswer(await pickSecondaryIps(prompter, one, ticked, position), (addresses): Answers => ({
            ...state,
            addresses,
          }));
        },
      },
    ],
    start,
  );
}

/** Code may name any address of the subnet, also one that nobody holds yet. Throws a TypeError for any other. */
function checkAddresses(network: Network, { networkInterfaceNo, addresses }: Answers): void {
  if (addresses.length === 0) return;
  const { problems } = parseAddressList(addresses.join(' '));
  const [problem] = problems;
  if (problem) throw new TypeError(`secondaryIps: ${problemText(problem, createNamer(network))}`);
  const subnetNo = network.interface(networkInterfaceNo)?.subnetNo ?? '';
  const outside = addresses.find((address) => network.range(subnetNo)?.place(address) !== 'usable');
  if (outside !== undefined) throw new TypeError(`secondaryIps: ${outside} is no address of the subnet`);
}
