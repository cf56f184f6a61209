import { l10n } from 'vscode';
import { entryOutcomes } from '../../change/entryOutcome';
import type { HistoryFilter } from '../../session/journal/historyFilter';
import { entryOutcomeText } from '../../words/entryText';
import type { Answer, Choice, Prompter } from '../../ui/prompter';
import { filterParts } from './openHistoryFilter';

type Profiles = HistoryFilter['profiles'];
type Part = 'text' | 'outcomes' | 'profiles';

const all: HistoryFilter = { profiles: [], outcomes: [] };

/** Asks what part of the filter should change, then how; Back leads from the second question to the first. */
export async function askHistoryFilter(
  prompter: Prompter,
  filter: HistoryFilter,
  profiles: Profiles,
): Promise<HistoryFilter | undefined> {
  for (;;) {
    const part = await askPart(prompter, filter);
    if (part?.kind !== 'next') return undefined;
    if (typeof part.value !== 'string') return part.value;
    const next = await askValue(prompter, filter, part.value, profiles);
    if (next?.kind !== 'back') return next?.value;
  }
}

function askPart(prompter: Prompter, filter: HistoryFilter): Promise<Answer<Part | HistoryFilter>> {
  const { thing, ...rest } = filter;
  const { isByAssistant, ...ofAll } = filter;
  const parts = filterParts(filter);
  const row = (value: Part, label: string): Choice<Part> => ({
    value,
    label: `${label}…`,
    ...(parts[value] && { description: parts[value] }),
  });
  const isOn = Object.values(parts).some(Boolean);
  return prompter.pick<Part | HistoryFilter>({
    title: l10n.t('Filter History'),
    placeholder: l10n.t('Which changes do you want to see?'),
    choices: [
      row('text', l10n.t('Text')),
      row('outcomes', l10n.t('Outcome')),
      row('profiles', l10n.t('Profile')),
      isByAssistant
        ? { value: ofAll, label: l10n.t('Show changes asked by people too') }
        : { value: { ...filter, isByAssistant: true }, label: l10n.t('Show only changes asked by an assistant') },
      ...(thing ? [{ value: rest, label: l10n.t('Show changes outside {0} too', thing.name) }] : []),
      ...(isOn ? [{ value: all, label: l10n.t('Show All Changes') }] : []),
    ],
  });
}

async function askValue(
  prompter: Prompter,
  filter: HistoryFilter,
  part: Part,
  profiles: Profiles,
): Promise<Answer<HistoryFilter>> {
  const { text: was = '', ...rest } = filter;
  const position = { title: l10n.t('Filter History'), canGoBack: true };
  const list = {
    ...position,
    placeholder: l10n.t('Select what to show. Select nothing to show everything'),
    typed: () => [],
    validate: () => undefined,
  };
  switch (part) {
    case 'text': {
      const prompt = l10n.t('Words in the title, addresses, names, numbers, profile or entry ID');
      const answer = await prompter.input({ ...position, prompt, value: was });
      if (answer?.kind !== 'next') return asBack(answer);
      const text = answer.value.trim();
      return { kind: 'next', value: { ...rest, ...(text && { text }) } };
    }
    case 'outcomes': {
      const choices = entryOutcomes.map((value) => ({ value, label: entryOutcomeText(value) }));
      const picked = choices.filter(({ value }) => filter.outcomes.includes(value));
      const answer = await prompter.pickMany({ ...list, choices, picked });
      if (answer?.kind !== 'next') return asBack(answer);
      return { kind: 'next', value: { ...filter, outcomes: entryOutcomes.filter((id) => answer.value.includes(id)) } };
    }
    case 'profiles': {
      const choices = profiles.map((value) => ({ value, label: value.name }));
      const picked = choices.filter(({ value }) => filter.profiles.some(({ name }) => name === value.name));
      const answer = await prompter.pickMany({ ...list, choices, picked });
      if (answer?.kind !== 'next') return asBack(answer);
      return { kind: 'next', value: { ...filter, profiles: answer.value } };
    }
  }
}

function asBack(answer: Answer<unknown>): Answer<HistoryFilter> {
  return answer?.kind === 'back' ? { kind: 'back' } : undefined;
}
