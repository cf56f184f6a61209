import { CompletionItem, CompletionItemKind, CompletionList, l10n, SnippetString, type TextDocument } from 'vscode';
import type { CompletionPlace } from '../../declared/completionPlace';
import { inert } from '../../text/inert';
import { shownName } from '../../words/shownName';
import { rangeOf } from '../checkedText/marks';
import { addressItems, type Offered } from './addressItems';
import { interfaceItems } from './interfaceItems';
import { keyItems } from './keyItems';
import { networkAround, type Around, type FileNetworks } from './networkAround';

/** What may stand where somebody types, in the order in which it is likely. */
export async function declaredCompletions(
  document: TextDocument,
  place: CompletionPlace,
  surroundings: FileNetworks,
): Promise<CompletionList | undefined> {
  const around = networkAround(place, surroundings);
  const offered =
    place.path[0] === 'region'
      ? values(...(await surroundings.regionsOf(place.profile)))
      : offeredAt(place, around, surroundings);
  const range = rangeOf(document, place.span);
  const items = offered.items.map(({ label, description, detail, insert, isSnippet, goesOn, isName }, index) => {
    const shown = { label: inert(label), ...(description !== undefined && { description: inert(description, 120) }) };
    const item = new CompletionItem(shown, isName ? CompletionItemKind.Reference : CompletionItemKind.Value);
    if (detail !== undefined) item.detail = inert(detail, 120);
    item.insertText = isSnippet ? new SnippetString(insert) : insert;
    item.range = range;
    item.sortText = String(index).padStart(6, '0');
    item.filterText = isName ? place.typed : insert;
    if (goesOn) item.command = { title: '', command: 'editor.action.triggerSuggest' };
    return item;
  });
  return items.length > 0 ? new CompletionList(items, offered.isIncomplete) : undefined;
}

function offeredAt(place: CompletionPlace, around: Around, surroundings: FileNetworks): Offered {
  const [first, second, third] = place.path;
  const keys = (): Offered => ({ items: keyItems(place), isIncomplete: false });
  switch (first) {
    case undefined:
      return keys();
    case 'version':
      return values('1');
    case 'profile':
      return profileValues(surroundings);
    case 'interfaces':
      if (second === undefined) return interfaceItems(place, around, 'key');
      if (third === 'authoritative') return values('true', 'false');
      return place.isKey ? keys() : withKeys(place, addressItems(place, around));
    case 'floating':
      if (third === 'address') return addressItems(place, around);
      return third === 'holders' ? interfaceItems(place, around, 'holder') : keys();
    case 'reserved':
      return third === 'address' ? addressItems(place, around) : third === undefined ? keys() : values();
    case 'released':
      return addressItems(place, around);
    default:
      return values();
  }
}

function values(...texts: readonly string[]): Offered {
  return { items: texts.map((text) => ({ label: text, insert: text })), isIncomplete: false };
}

/** On a line of its own below the name of an interface, a key may stand as well. */
function withKeys(place: CompletionPlace, offered: Offered): Offered {
  const isBelow = place.path.length === 2 && place.isAlone;
  return isBelow ? { ...offered, items: [...keyItems({ ...place, isKey: true }), ...offered.items] } : offered;
}

function profileValues({ profiles }: FileNetworks): Offered {
  const items = profiles.all().map(({ name, regionCode }) => ({
    label: shownName(name),
    description: regionCode,
    detail: l10n.t('profile'),
    insert: /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(name) && !/^\d+$/.test(name) ? name : JSON.stringify(name),
  }));
  return { items, isIncomplete: false };
}
