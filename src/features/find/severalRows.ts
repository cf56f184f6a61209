import { env, l10n, ThemeIcon } from 'vscode';
import { csvTable } from '../../copy/csvText';
import type { AddressIndex } from '../../search/addressIndex';
import { addressTable, tableColumns, type TableRow } from '../../search/addressTable';
import { markdownTable } from '../../text/markdownTable';
import { formatText } from '../copy/formatText';
import { mention } from '../../ui/notify';
import type { Choice, SearchRow } from '../../ui/prompter';
import { hitText } from './searchText';
import type { Found } from './found';

type Table = Extract<Found, { kind: 'table' }>;

/** A list longer than this is not read; the table that is copied has all of it. */
const most = 100;

/** Several addresses that were typed or pasted: the table of all to copy, then what each of them is. */
export function severalRows(
  index: Pick<AddressIndex, 'find' | 'placeOf'>,
  addresses: readonly string[],
): SearchRow<Found>[] {
  const rows = addressTable(index, addresses);
  const copies = (['markdown', 'csv'] as const).map((format): Choice<Found> => ({
    value: { kind: 'table', format, rows },
    iconPath: new ThemeIcon('copy'),
    label: l10n.t('Copy who holds these {0} addresses', addresses.length),
    description: formatText(format),
  }));
  return [...copies, ...rows.slice(0, most).map(rowOf)];
}

/** A table as text, in the form asked for. */
export function tableText({ format, rows }: Pick<Table, 'format' | 'rows'>): string {
  const cells = rows.map((row) => tableColumns.map((column) => row[column]));
  return format === 'csv' ? csvTable(tableColumns, cells) : markdownTable(tableColumns, cells);
}

/** Copies the table; gives the text. */
export async function copyTable(table: Table): Promise<string> {
  const text = tableText(table);
  await env.clipboard.writeText(text);
  mention(l10n.t('Copied as {0}', formatText(table.format)), 3_000);
  return text;
}

function rowOf(row: TableRow): SearchRow<Found> {
  const { hit, address } = row;
  if (hit) return { ...hitText(hit), iconPath: new ThemeIcon('circle-filled'), value: { kind: 'hit', hit } };
  const description = {
    outside: l10n.t('not in any subnet shown'),
    reserved: l10n.t('reserved'),
    'not seen in use': l10n.t('not seen in use'),
    primary: '',
    secondary: '',
  }[row.state];
  const detail = [row.subnet, row.range, row.vpc, row.profile, row.region].filter(Boolean).join(' · ');
  return { isNotice: true, iconPath: new ThemeIcon('info'), label: address, description, detail };
}
