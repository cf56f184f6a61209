import type { JournalEntry, StepRecord } from '../../change/journalEntry';
import { csvTable } from '../../copy/csvText';
import { interfaceName } from '../../words/interfaceTitle';

/** Field names for machines as well as people, so they are not translated. */
const columns = [
  'entry',
  'started',
  'finished',
  'profile',
  'region',
  'action',
  'interface',
  'name',
  'address',
  'from',
  'result',
  'request',
  'undoes',
  'undoneBy',
  'retriedBy',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string>>;

/** Entries of the history as CSV: a row for each address of each call, with what became of it; times in UTC. */
export function historyCsv(entries: readonly JournalEntry[]): string {
  return csvTable(
    columns,
    entries
      .flatMap((entry) => entry.steps.flatMap((record) => rowsOf(entry, record)))
      .map((row) => columns.map((column) => row[column])),
  );
}

function rowsOf(entry: JournalEntry, { step, addresses, result, requestId }: StepRecord): Row[] {
  const nameOf = (no: string | undefined): string => {
    const change = entry.plan.changes.find(({ networkInterfaceNo }) => networkInterfaceNo === no);
    return change ? interfaceName(change) : (no ?? '');
  };
  const common = {
    entry: entry.id,
    started: timeOf(entry.startedAt),
    finished: timeOf(entry.finishedAt),
    profile: entry.profile.name,
    region: entry.regionCode,
    action: step.action,
    interface: step.networkInterfaceNo,
    name: nameOf(step.networkInterfaceNo),
    request: requestId ?? '',
    undoes: entry.undoes ?? '',
    undoneBy: entry.undoneBy ?? '',
    retriedBy: entry.retriedBy ?? '',
  };
  const row = (address: string, became: string): Row => {
    const from = step.takes.find((taken) => taken.address === address)?.from;
    return { ...common, address, from: nameOf(from), result: became };
  };
  // A call that asked for a number only, and never got to be judged, has no address to name.
  const judged =
    addresses.length > 0 ? addresses : step.secondaryIps.map((address) => ({ address, result: undefined }));
  const rest = result ?? 'open';
  return judged.length > 0 ? judged.map((one) => row(one.address, one.result ?? rest)) : [row('', rest)];
}

/** Nothing for a moment that has not come. */
function timeOf(at: number | undefined): string {
  return at === undefined ? '' : new Date(at).toISOString();
}
