import { l10n, ThemeIcon } from 'vscode';
import { readListLines } from '../../plan/listLines';
import type { Choice, Notice } from '../../ui/prompter';
import { tooManyText, type AddressChoices } from './addressChoices';
import type { AssignHow } from './assignAnswers';

/** Ways to find addresses for an interface with this room (1–5). */
export function howChoices(room: number): Choice<AssignHow>[] {
  return [
    {
      value: 'pick',
      iconPath: new ThemeIcon('checklist'),
      label: l10n.t('Pick addresses'),
      detail: l10n.t('Select from the addresses not seen in use, or type them'),
    },
    {
      value: 'propose',
      iconPath: new ThemeIcon('lightbulb'),
      label: l10n.t('Propose addresses for me'),
      detail: l10n.t('The lowest addresses not seen in use. You can change them. Safe to repeat'),
    },
    {
      value: 'service',
      iconPath: new ThemeIcon('cloud'),
      label: l10n.t('Let NAVER Cloud choose'),
      detail: l10n.t('Sends only the number (secondaryIpCount)'),
    },
    ...(room > 1
      ? [
          {
            value: 'both' as const,
            iconPath: new ThemeIcon('combine'),
            label: l10n.t('Pick addresses and let NAVER Cloud add more'),
            detail: l10n.t('Both in one API call'),
          },
        ]
      : []),
  ];
}

/** The row of addresses that somebody typed where ways to find some are offered: they are asked about in the next question. */
export function typedAddresses(
  text: string,
  room: number,
  { typed }: AddressChoices,
): Choice<readonly string[]> | Notice | undefined {
  // Other words look for a way.
  const plain = readListLines(text).join(' ');
  if (!/\d/.test(plain) || /[^\d.,;\s-]/.test(plain)) return undefined;
  const rows = typed(text);
  const wrong = rows.find(({ problem }) => problem !== undefined);
  if (wrong?.isUnfinished) return { isNotice: true, label: l10n.t('Type whole addresses: 10.0.10.11, 10.0.10.20-23') };
  if (wrong) return refusal(wrong.problem ?? wrong.label);
  const addresses = rows.map(({ value }) => value);
  if (addresses.length === 0) return undefined;
  if (addresses.length > room) return refusal(tooManyText(addresses.length, room));
  // Who would lose one is told before it is taken.
  const detail = rows.map(({ label, description = '' }) => (rows.length > 1 ? `${label} ${description}` : description));
  const label = addresses.join(', ');
  return { value: addresses, iconPath: new ThemeIcon('checklist'), label, detail: detail.join(' · ') };
}

function refusal(label: string): Notice {
  return { isNotice: true, iconPath: new ThemeIcon('warning'), label };
}

/** The numbers from 1 to the most there is room for. */
export function countChoices(most: number): Choice<number>[] {
  return Array.from({ length: Math.max(1, most) }, (_, index) => ({ value: index + 1, label: String(index + 1) }));
}
