import { l10n, ThemeIcon } from 'vscode';
import type { Network } from '../../model/network';
import type { Scope } from '../../session/scope';
import { askHere } from './askHere';
import { assignSteps } from './askAssign';
import { assignItem, type AssignAnswers } from './assignAnswers';
import type { AssignNetwork } from './assignNetwork';
import { leftText, takingOver, withoutTakeover } from './takeover';
import { titleFor } from './titleFor';
import { createNamer } from '../../words/namer';
import { PlanRefused } from '../../words/planRefused';
import { errorText } from '../../words/errorText';
import type { Answer, Position } from '../../ui/prompter';
import { whereText } from '../../words/whereText';
import { runWizard, type WizardStep } from '../../ui/wizard';
import { assignToSeveral } from './assignToSeveral';
import type { CommandContext } from '../commandContext';
import { needReading } from '../ask/needScope';
import { type Arguments } from '../readArguments';
import { freshInterfaces, freshRegion, type FreshPlan } from '../change/planFresh';
import { planSettled } from '../change/planSettled';
import { reviewPlan } from '../change/reviewPlan';
import { runChange, type ChangeRequest } from '../change/runChange';
import { waitUntilSettled } from '../change/settling';

/**
 * Assign Secondary IPs… Called on an interface (or one of its addresses), from the palette, or by code with
 * `{ networkInterfaceNo, secondaryIps, count, allowReassign, confirm: false }`: asks only for what is missing; with
 * `{ subnetNo, secondaryIps }` for an interface of that subnet.
 */
export async function assignSecondaryIps(context: CommandContext, args: Arguments): Promise<unknown> {
  const found = await needReading(context, args);
  if (!found) return undefined;
  const { scope } = found;
  let { reading } = found;
  const given = await placed(context, reading.network, args, givenAnswers(args));
  if (!given) return undefined;
  const several = interfacesOf(args);
  if (several.length > 1) return assignToSeveral(context, found, several);
  const isAnswered = given.networkInterfaceNo !== undefined && (given.secondaryIps ?? given.count) !== undefined;
  const request = (answers: AssignAnswers): ChangeRequest => ({
    scope,
    reading,
    intent: { items: [assignItem(answers)] },
    confirm: args.options.confirm,
  });
  if (isAnswered) return runChange(context, request(given));

  const network: AssignNetwork = {
    now: () => reading.network,
    reservedIn: (subnetNo) => context.reservations.reservedIn(scope, subnetNo),
    async look(no) {
      reading = await freshInterfaces(context, { scope, reading }, [no]);
    },
    async lookAround() {
      reading = await freshRegion(context, { scope, reading });
    },
    async settle(no) {
      reading = await waitUntilSettled(context, { scope, reading }, [no]);
    },
  };
  let reviewed: FreshPlan | undefined;
  const plan = async (answers: AssignAnswers, position: Position): Promise<Answer<FreshPlan>> => {
    const planned = await planSettled(context, request(answers), position);
    if (planned?.kind === 'next') {
      reviewed = planned.value;
      ({ reading } = reviewed);
    }
    return planned;
  };
  if (given.networkInterfaceNo !== undefined) await network.look(given.networkInterfaceNo);
  const steps = [
    ...assignSteps(context.prompter, network, given),
    reviewStep(context, scope, () => reading.network, plan),
  ];
  const answers = await runWizard(l10n.t('Assign Secondary IPs'), steps, given);
  return answers && runChange(context, { ...request(answers), reviewed });
}

/** Answers that name a subnet and addresses, but no interface, get one of that subnet. */
async function placed(
  context: CommandContext,
  network: Network,
  { options: { subnetNo, secondaryIps } }: Arguments,
  given: AssignAnswers,
): Promise<AssignAnswers | undefined> {
  if (given.networkInterfaceNo !== undefined || subnetNo === undefined || !secondaryIps) return given;
  const networkInterfaceNo = await askHere(context, network, subnetNo, secondaryIps);
  return networkInterfaceNo === undefined ? undefined : { ...given, networkInterfaceNo };
}

function interfacesOf({ subjects }: Arguments): string[] {
  return subjects.flatMap((subject) => (subject.kind === 'interface' ? [subject.networkInterfaceNo] : []));
}

function givenAnswers({ subjects: [subject], options }: Arguments): AssignAnswers {
  const given = {
    networkInterfaceNo:
      subject && 'networkInterfaceNo' in subject ? subject.networkInterfaceNo : options.networkInterfaceNo,
    secondaryIps: options.secondaryIps,
    count: options.count,
    allowReassign: options.allowReassign,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** The wizard's last question: the plan itself. What cannot be planned is said here, with Back to correct it. */
function reviewStep(
  context: CommandContext,
  scope: Scope,
  network: () => Network,
  plan: (answers: AssignAnswers, position: Position) => Promise<Answer<FreshPlan>>,
): WizardStep<AssignAnswers> {
  return {
    async ask(state, { title, ...place }) {
      const where = whereText(scope);
      const position = { ...place, title: `${titleFor(network(), state, title)} · ${where}` };
      try {
        for (let answers = takingOver(network(), state); ;) {
          const planned = await plan(answers, position);
          if (planned?.kind !== 'next') return planned && { kind: 'back' };
          const { network: seen } = planned.value.reading;
          const view = { plan: planned.value.plan, name: createNamer(seen), where };
          const less = withoutTakeover(seen, answers);
          const answer = await reviewPlan(context, scope, view, position, less && leftText(less));
          if (answer?.kind !== 'next') return answer && { kind: 'back' };
          if (answer.value === 'apply' || !less) return { kind: 'next', value: answers };
          answers = less;
        }
      } catch (error) {
        if (!(error instanceof PlanRefused)) throw error;
        const { message } = errorText(error);
        const choices = [
          {
            value: undefined,
            iconPath: new ThemeIcon('arrow-left'),
            label: l10n.t('Go Back'),
            detail: message,
          },
        ];
        const answer = await context.prompter.pick({ ...position, placeholder: message, choices });
        return answer && { kind: 'back' };
      }
    },
  };
}
