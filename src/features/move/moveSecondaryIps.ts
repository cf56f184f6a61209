import { l10n } from 'vscode';
import { dropAbsent } from '../../model/dropAbsent';
import { pickInterface } from '../ask/pickInterface';
import { pickSecondaryIps } from '../ask/pickSecondaryIps';
import type { MoveItem } from '../../plan/intent';
import { mapAnswer } from '../../ui/prompter';
import { runWizard } from '../../ui/wizard';
import { byInterface } from './addressesOf';
import type { CommandContext } from '../commandContext';
import { needReading } from '../ask/needScope';
import { type Arguments } from '../readArguments';
import { runChange } from '../change/runChange';

interface Answers {
  readonly from?: string;
  readonly secondaryIps?: readonly string[];
  readonly to?: string;
}

/**
 * Move Secondary IPs to…: the selected addresses, to another interface of the same subnet, in one call each (takeover).
 * By code: `{ networkInterfaceNo, secondaryIps, to, confirm: false }`, `networkInterfaceNo` being the one that loses them.
 */
export async function moveSecondaryIps(context: CommandContext, args: Arguments): Promise<unknown> {
  const found = await needReading(context, args);
  if (!found) return undefined;
  const { network } = found.reading;
  const { prompter } = context;
  const groups = byInterface(args.subjects);
  const given = givenAnswers(args, groups[0]);
  const fitsTarget = (from: string | undefined, no: string): boolean =>
    no !== from && network.interface(no)?.subnetNo === network.interface(from ?? '')?.subnetNo;

  const answers = await runWizard<Answers>(
    l10n.t('Move Secondary IPs'),
    [
      {
        isNeeded: () => given.from === undefined,
        ask: async (state, position) =>
          mapAnswer(
            await pickInterface(
              prompter,
              {
                network,
                fits: ({ secondaryIpList }) => secondaryIpList.length > 0,
                chosen: state.from,
                placeholder: l10n.t('Which interface has them now?'),
              },
              position,
            ),
            (from) => ({ ...state, from }),
          ),
      },
      {
        isNeeded: () => given.secondaryIps === undefined,
        ask: async (state, position) =>
          mapAnswer(
            await pickSecondaryIps(prompter, network.interface(state.from ?? ''), state.secondaryIps ?? [], position),
            (secondaryIps) => ({ ...state, secondaryIps }),
          ),
      },
      {
        isNeeded: () => given.to === undefined,
        ask: async (state, position) =>
          mapAnswer(
            await pickInterface(
              prompter,
              {
                network,
                fits: ({ networkInterfaceNo }) => fitsTarget(state.from, networkInterfaceNo),
                chosen: state.to,
                placeholder: l10n.t('Which interface in the same subnet should get them?'),
              },
              position,
            ),
            (to) => ({ ...state, to }),
          ),
      },
    ],
    given,
  );
  if (!answers?.to || !answers.from || !answers.secondaryIps) return undefined;
  const { to, from, secondaryIps } = answers;
  const sources = groups.length > 0 ? groups : [{ networkInterfaceNo: from, secondaryIps: [...secondaryIps] }];
  const items = sources.map((source): MoveItem => ({
    kind: 'move',
    networkInterfaceNo: to,
    secondaryIps: source.secondaryIps,
    from: source.networkInterfaceNo,
  }));
  return runChange(context, { ...found, intent: { items }, confirm: args.options.confirm });
}

function givenAnswers(
  { options, subjects: [subject] }: Arguments,
  group: { networkInterfaceNo: string; secondaryIps: string[] } | undefined,
): Answers {
  const from =
    group?.networkInterfaceNo ??
    (subject?.kind === 'interface' ? subject.networkInterfaceNo : options.networkInterfaceNo);
  return dropAbsent({ from, secondaryIps: group?.secondaryIps ?? options.secondaryIps, to: options.to });
}
