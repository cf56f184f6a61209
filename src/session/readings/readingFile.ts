import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import * as v from 'valibot';
import { createNetwork, type Network } from '../../model/network';
import { replaceWith } from '../journal/replaceFile';
import type { WholeReading } from './keptReadings';
import { headSchema, lists, rowSchemas, type ListName } from './readingSchemas';

/** So many rows are a line: written and read a few milliseconds at a time, whatever the region holds. */
const rowsOfLine = 500;

/** Writes a reading: a head, then lists row by row, then an end without which it counts as cut off. Rejects with what the disk says. */
export async function writeReading(file: string, profileId: string, reading: WholeReading): Promise<void> {
  const lines = linesOf(profileId, reading);
  await replaceWith(file, (beside) =>
    pipeline(Readable.from(lines), createGzip({ level: 1 }), createWriteStream(beside)),
  );
}

function* linesOf(profileId: string, { network, readAt }: WholeReading): Generator<string> {
  const { regionCode } = network;
  yield `${JSON.stringify({ version: 1, profileId, regionCode, readAt })}\n`;
  for (const name of lists) {
    const rows: readonly unknown[] = network[name];
    for (let at = 0; at < rows.length; at += rowsOfLine)
      yield `${JSON.stringify({ [name]: rows.slice(at, at + rowsOfLine) })}\n`;
  }
  yield '{"end":true}\n';
}

/** Reads it back. Rejects when it is damaged, cut off, or of another profile or region. */
export async function readReading(file: string, profileId: string, regionCode: string): Promise<WholeReading> {
  const rows: { [Name in ListName]: Network[Name][number][] } = { vpcs: [], subnets: [], servers: [], interfaces: [] };
  let head: v.InferOutput<typeof headSchema> | undefined;
  let isWhole = false;
  const source = createReadStream(file);
  const unpacked = createGunzip();
  // Whichever of the two fails ends the loop below.
  const unpacking = pipeline(source, unpacked);
  unpacking.catch(() => undefined);
  for await (const line of createInterface({ input: unpacked })) {
    const value: unknown = JSON.parse(line);
    if (!head) head = v.parse(headSchema, value);
    else if (v.is(v.object({ end: v.literal(true) }), value)) isWhole = true;
    else {
      const part = v.parse(rowSchemas, value);
      for (const name of lists) (rows[name] as unknown[]).push(...(part[name] ?? []));
    }
  }
  await unpacking;
  if (!head || !isWhole || head.profileId !== profileId || head.regionCode !== regionCode)
    throw new Error('It is cut off, or of something else.');
  return { network: createNetwork({ regionCode, ...rows }), readAt: head.readAt };
}
