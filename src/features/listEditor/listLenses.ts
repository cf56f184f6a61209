import { CodeLens, l10n, Range, type Command, type TextDocument } from 'vscode';
import { inert } from '../../text/inert';
import { whereText } from '../../words/whereText';
import { runs, says } from '../checkedText/marks';
import type { CheckedList } from './checkedList';

/** What can be done with a list, over its first line: assign what is good, go to what is not, take lines from a file. */
export function listLenses(document: TextDocument, list: CheckedList | undefined): CodeLens[] {
  const top = new Range(0, 0, 0, 0);
  return commandsOf(document, list).map((command) => new CodeLens(top, command));
}

function commandsOf(document: TextDocument, list: CheckedList | undefined): Command[] {
  const fromFile = runs(`$(folder-opened) ${l10n.t('From a File…')}`, 'ncloudIp.listFromFile');
  if (!list) return [fromFile];
  const { scope, sheet, isReading } = list;
  const where = scope ? [says(inert(whereText(scope), 100))] : [];
  if (!sheet) {
    const read = isReading
      ? says(l10n.t('Loading the network…'))
      : runs(`$(refresh) ${l10n.t('Load the Network')}`, 'ncloudIp.refresh');
    return [read, fromFile, ...where];
  }
  const bad = new Set(sheet.problems.map(({ line }) => line)).size;
  const which = { document: document.uri.toString() };
  const assign = runs(`$(check) ${assignText(sheet.good.length)}`, 'ncloudIp.assignGoodLines', which);
  return [
    ...(scope?.profile.protection === 'readOnly' ? [says(`$(lock) ${l10n.t('This profile is read-only')}`)] : []),
    ...(sheet.good.length > 0 && scope?.profile.protection !== 'readOnly' ? [assign] : []),
    ...(bad > 0 ? [runs(`$(error) ${badText(bad)}`, 'editor.action.marker.next')] : []),
    ...(sheet.done.length > 0 ? [says(doneText(sheet.done.length))] : []),
    fromFile,
    ...where,
  ];
}

function assignText(count: number): string {
  return count === 1 ? l10n.t('Assign the 1 Good Line') : l10n.t('Assign the {0} Good Lines', count);
}

function badText(count: number): string {
  return count === 1 ? l10n.t('1 line to correct') : l10n.t('{0} lines to correct', count);
}

function doneText(count: number): string {
  return count === 1 ? l10n.t('1 line already assigned') : l10n.t('{0} lines already assigned', count);
}
