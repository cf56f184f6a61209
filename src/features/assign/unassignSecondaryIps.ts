import { l10n } from 'vscode';
import { pickInterface } from '../ask/pickInterface';
import { pickSecondaryIps } from '../ask/pickSecondaryIps';
import type { Reading } from '../../session/networkState';
import { createNamer } from '../../words/namer';
import { mention } from '../../ui/notify';
import { PlanRefused } from '../../words/planRefused';
import { mapAnswer } from '../../ui/prompter';
import { runWizard } from '../../ui/wizard';
import { byInterface, secondaryIpsOf } from '../move/addressesOf';
import type { CommandContext } from '../commandContext';
import { needReading, needScope } from '../ask/needScope';
import { freshRegion } from '../change/planFresh';
import { type Arguments } from '../readArguments';
import { runChange } from '../change/runChange';

interface Answers {
  readonly networkInterfaceNo?: string;
  readonly secondaryIps?: readonly string[];
}

/**
 * Unassign Secondary IPs: the selected addresses (of any interfaces), or asked for. By code:
 * `{ networkInterfaceNo, secondaryIps, confirm: false }`.
 */
export async function unassignSecondaryIps(context: CommandContext, args: Arguments): Promise<unknown> {
  const { subjects } = args;
  // The key Delete comes from any row of the view.
  if (
    subjects.length > 0 &&
    secondaryIpsOf(subjects).length === 0 &&
    !subjects.some(({ kind }) => kind === 'interface')
  ) {
    mention(l10n.t('Only secondary IPs can be unassigned.'), 5_000);
    return undefined;
  }
  if (needScope(context, args)?.profile.protection === 'readOnly') {
    throw new PlanRefused([{ kind: 'readOnlyProfile' }], (no) => no);
  }
  const found = await needReading(context, args);
  if (!found) return undefined;
  const confirm = args.options.confirm;
  const selected = byInterface(args.subjects).map((group) => ({ kind: 'unassign' as const, ...group }));
  if (selected.length > 0) return runChange(context, { ...found, intent: { items: selected }, confirm });

  const subject = subjects.find(({ kind }) => kind === 'interface');
  const networkInterfaceNo =
    subject?.kind === 'interface' ? subject.networkInterfaceNo : args.options.networkInterfaceNo;
  const secondaryIps = args.options.secondaryIps;
  const isEmpty = ({ network }: Reading): boolean =>
    network.interface(networkInterfaceNo ?? '')?.secondaryIpList.length === 0;
  const reading = isEmpty(found.reading) ? await freshRegion(context, found) : found.reading;
  const { network } = reading;
  if (subject && networkInterfaceNo !== undefined && isEmpty(reading)) {
    mention(l10n.t('{0} has no secondary IPs.', createNamer(network)(networkInterfaceNo)), 5_000);
    return undefined;
  }
  const given: Answers = { ...(networkInterfaceNo && { networkInterfaceNo }), ...(secondaryIps && { secondaryIps }) };
  const answers = await runWizard<Answers>(
    l10n.t('Unassign Secondary IPs'),
    [
      {
        isNeeded: () => given.networkInterfaceNo === undefined,
        ask: async (state, position) =>
          mapAnswer(
            await pickInterface(
              context.prompter,
              { network, fits: (nic) => nic.secondaryIpList.length > 0, chosen: state.networkInterfaceNo },
              position,
            ),
            (no) => ({ ...state, networkInterfaceNo: no }),
          ),
      },
      {
        isNeeded: () => given.secondaryIps === undefined,
        ask: async (state, position) =>
          mapAnswer(
            await pickSecondaryIps(
              context.prompter,
              network.interface(state.networkInterfaceNo ?? ''),
              state.secondaryIps ?? [],
              position,
            ),
            (ips) => ({ ...state, secondaryIps: ips }),
          ),
      },
    ],
    given,
  );
  if (!answers?.networkInterfaceNo || !answers.secondaryIps) return undefined;
  const item = {
    kind: 'unassign' as const,
    networkInterfaceNo: answers.networkInterfaceNo,
    secondaryIps: answers.secondaryIps,
  };
  return runChange(context, { ...found, reading, intent: { items: [item] }, confirm });
}
