import { markdownTable } from '../text/markdownTable';
import { printable } from '../text/printable';
import { listCalls } from './apiCall';
import { cliLine, curlLine } from './callLines';
import { copyColumns, type CopyRow } from './copyRow';
import { csvText } from './csvText';
import { linkLine } from './linkLine';

/** The ways a selection can be copied. */
export const formatIds = ['address', 'number', 'link', 'cli', 'curl', 'json', 'markdown', 'csv'] as const;
/** One of the forms that Copy As offers. */
export type FormatId = (typeof formatIds)[number];

/** What is copied, and what the calls that list it and the links to it need. */
export interface CopyMaterial {
  readonly rows: readonly CopyRow[];
  readonly regionCode: string;
  readonly gatewayUrl: string;
  readonly profileName: string;
  /** Of links that this editor opens, e.g. vscode. */
  readonly scheme: string;
}

const numbersOf = (rows: readonly CopyRow[]): string[] => [...new Set(rows.map((row) => row.interface))];

/** One text for the clipboard; empty when there is nothing to copy. */
export const copyFormats = {
  address: ({ rows }) => [...new Set(rows.map(({ address }) => printable(address)))].join('\n'),
  number: ({ rows }) =>
    numbersOf(rows)
      .map((no) => printable(no))
      .join('\n'),
  link: ({ rows, regionCode, profileName, scheme }) =>
    rows
      .map(({ address, interface: networkInterfaceNo }) =>
        linkLine(scheme, { address, profile: profileName, regionCode, networkInterfaceNo }),
      )
      .join('\n'),
  cli: ({ rows, regionCode }) =>
    listCalls(regionCode, numbersOf(rows))
      .map((call) => cliLine(call))
      .join('\n'),
  curl: ({ rows, regionCode, gatewayUrl }) =>
    listCalls(regionCode, numbersOf(rows))
      .map((call) => curlLine(call, gatewayUrl))
      .join('\n'),
  json: ({ rows }) => (rows.length === 0 ? '' : jsonText(rows)),
  markdown: ({ rows }) =>
    rows.length === 0
      ? ''
      : markdownTable(
          copyColumns,
          rows.map((row) => copyColumns.map((column) => row[column])),
        ),
  csv: ({ rows }) => (rows.length === 0 ? '' : csvText(rows)),
} satisfies Record<FormatId, (material: CopyMaterial) => string>;

/** Rows as a JSON array, two blanks deep; what is not there is left out. */
function jsonText(rows: readonly CopyRow[]): string {
  const present = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')));
  return JSON.stringify(present, null, 2);
}
