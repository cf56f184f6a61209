import { env, l10n, ThemeIcon } from 'vscode';
import type { UnseenRange } from '../../plan/unseenAddresses';
import { mention } from '../../ui/notify';
import type { Answer, Choice } from '../../ui/prompter';
import { shownName } from '../../words/shownName';
import { unseenText } from '../../words/subnetText';
import { assignHere } from '../assign/assignHere';
import type { CommandContext } from '../commandContext';
import type { Arguments } from '../readArguments';
import { sayFull, unseenOf, type UnseenOf } from './unseenOf';

/** A file may keep a whole subnet: so many of its addresses are listed. */
const mostReserved = 100;

type Act = () => Promise<unknown>;

/**
 * Show Addresses Not in Use: of a subnet, as ranges; one of them can be copied, or its first address assigned. By code:
 * `{ subnetNo, interactive: false }` returns the ranges.
 */
export async function showUnseen(context: CommandContext, args: Arguments): Promise<unknown> {
  const unseen = await unseenOf(context, args, l10n.t('Show Addresses Not in Use'));
  if (!unseen || args.isProgrammatic) return unseen?.ranges;
  if (unseen.ranges.length === 0 && unseen.reserved.size === 0) {
    sayFull(unseen);
    return unseen.ranges;
  }
  let range: UnseenRange | undefined;
  for (;;) {
    range = await askRange(context, unseen, range);
    const answer = range && (await askAct(context, unseen, range));
    if (answer?.kind === 'next') return answer.value();
    if (answer?.kind !== 'back') return undefined;
  }
}

async function askRange(
  { prompter }: Pick<CommandContext, 'prompter'>,
  { subnet, network, ranges, reserved }: UnseenOf,
  before: UnseenRange | undefined,
): Promise<UnseenRange | undefined> {
  const answer = await prompter.pick({
    title: `${l10n.t('Addresses Not in Use')} · ${shownName(subnet.subnetName)} · ${shownName(subnet.subnet)}`,
    placeholder: unseenCountText(ranges, reserved.size, network.range(subnet.subnetNo)?.usableCount ?? 0),
    choices: [
      ...ranges.map((value) => ({
        value,
        iconPath: new ThemeIcon('circle-outline'),
        label: rangeText(value),
        description: unseenText(undefined),
      })),
      ...[...reserved].slice(0, mostReserved).map(([first, reason]) => ({
        value: { first, last: first, count: 1 },
        iconPath: new ThemeIcon('bookmark'),
        label: first,
        description: unseenText(reason),
      })),
    ],
    active: (range) => range === before,
  });
  return answer?.kind === 'next' ? answer.value : undefined;
}

function askAct(context: CommandContext, { scope, subnet }: UnseenOf, range: UnseenRange): Promise<Answer<Act>> {
  const { first, count } = range;
  const copies = count === 1 ? [first] : [first, typedRange(range)];
  const choices: Choice<Act>[] = [
    ...(scope.profile.protection === 'readOnly'
      ? []
      : [
          {
            value: () => assignHere(context, scope, subnet.subnetNo, first),
            iconPath: new ThemeIcon('add'),
            label: l10n.t('Assign {0} Here…', first),
            description: l10n.t('to an interface of {0}', shownName(subnet.subnetName)),
          },
        ]),
    ...copies.map((text) => ({
      value: () => copyUnseen(text),
      iconPath: new ThemeIcon('copy'),
      label: l10n.t('Copy {0}', text),
    })),
  ];
  const title = `${l10n.t('Addresses Not in Use')} · ${rangeText(range)}`;
  return context.prompter.pick({
    title,
    placeholder: l10n.t('What do you want to do with it?'),
    choices,
    canGoBack: true,
  });
}

/** Copies an address, or a range in the form that can be typed, and says what it is not. */
async function copyUnseen(text: string): Promise<string> {
  await env.clipboard.writeText(text);
  mention(l10n.t('Copied {0}: not seen in use', text), 5_000);
  return text;
}

/** Copy Next Address: the lowest address of a subnet that is not seen in use. By code: `{ subnetNo, interactive: false }`. */
export async function copyNextAddress(context: CommandContext, args: Arguments): Promise<unknown> {
  const unseen = await unseenOf(context, args, l10n.t('Copy Next Address'));
  if (!unseen) return undefined;
  const [range] = unseen.ranges;
  if (range) return copyUnseen(range.first);
  if (!args.isProgrammatic) sayFull(unseen);
  return undefined;
}

/** `10.0.10.22–99 · 78`; both ends whole where more than the last number differs. */
function rangeText({ first, last, count }: UnseenRange): string {
  const start = first.slice(0, first.lastIndexOf('.') + 1);
  const end = last.startsWith(start) ? last.slice(start.length) : last;
  return `${count === 1 ? first : `${first}–${end}`} · ${count}`;
}

/** A range as it can be typed wherever addresses are asked for: `10.0.10.22-10.0.10.99`. */
function typedRange({ first, last, count }: UnseenRange): string {
  return count === 1 ? first : `${first}-${last}`;
}

/** How many addresses of how many, with what that does not say. */
function unseenCountText(ranges: readonly UnseenRange[], reserved: number, usable: number): string {
  const unseen = ranges.reduce((sum, { count }) => sum + count, reserved);
  return l10n.t('{0} of {1} not seen in use; managed services may hold addresses that are not listed', unseen, usable);
}
