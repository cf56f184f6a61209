import { CompletionItem, CompletionItemKind, CompletionList, l10n, type Position, type TextDocument } from 'vscode';
import { completeList, type ListCompletion } from '../../list/listCompletions';
import type { Network } from '../../model/network';
import { maxSecondaryIps } from '../../model/networkInterface';
import { inert } from '../../text/inert';
import { interfaceTitle } from '../../words/interfaceTitle';
import type { CheckedList } from './checkedList';
import { rangeOf } from '../checkedText/marks';

/** What may stand where somebody types. */
export function completionItems(
  document: TextDocument,
  position: Position,
  { text, network, reservedIn }: CheckedList,
): CompletionList | undefined {
  const found = network && completeList(text, document.offsetAt(position), network, reservedIn);
  if (!found) return undefined;
  const range = rangeOf(document, found.span);
  const typed = document.getText(range);
  const items = found.items.map((one, index) => {
    const item = itemOf(one, network);
    item.range = range;
    item.sortText = String(index).padStart(6, '0');
    // What fits by number or address fits as well, whatever the label begins with.
    if (one.kind === 'interface') item.filterText = typed;
    return item;
  });
  return new CompletionList(items, found.isIncomplete || found.items.some(({ kind }) => kind === 'interface'));
}

function itemOf(one: ListCompletion, network: Network): CompletionItem {
  switch (one.kind) {
    case 'address': {
      const item = new CompletionItem(one.address, CompletionItemKind.Value);
      item.detail = l10n.t('not seen in use');
      return item;
    }
    case 'takeover': {
      const item = new CompletionItem('takeover', CompletionItemKind.Keyword);
      item.detail = l10n.t('takes the addresses of this line over from the interfaces that hold them');
      return item;
    }
    case 'interface': {
      const { ip, secondaryIpList, subnetNo, networkInterfaceNo } = one.networkInterface;
      const title = interfaceTitle(one.networkInterface, network);
      const room = `${secondaryIpList.length}/${maxSecondaryIps}`;
      const subnet = network.subnet(subnetNo)?.subnetName ?? subnetNo;
      const item = new CompletionItem(
        { label: inert(title), description: inert(`${ip} · ${room} · ${subnet}`, 120) },
        CompletionItemKind.Reference,
      );
      item.detail = inert(networkInterfaceNo);
      item.insertText = `${one.name},`;
      item.command = { title: '', command: 'editor.action.triggerSuggest' };
      return item;
    }
  }
}
