import { l10n } from 'vscode';
import { isApiError } from '../../api/apiError';
import type { Network } from '../../model/network';
import { loadNetwork } from '../../session/loadNetwork';
import { gapTexts } from '../../words/gapText';
import { shownName } from '../../words/shownName';
import type { Terminal } from '../terminal';
import type { OpenAccount } from './openAccount';

/** Reads a region as it is now; what could not be read of it is told. Throws ApiError. */
export async function readRegion(
  terminal: Terminal,
  { api }: Pick<OpenAccount, 'api'>,
  regionCode: string,
): Promise<Network> {
  terminal.progress(l10n.t('Reading {0}…', shownName(regionCode)));
  const { network, gaps } = await loadNetwork(api, regionCode, { signal: terminal.signal });
  terminal.progress(undefined);
  for (const { label, detail } of gaps.flatMap(gapTexts)) terminal.tell(`${shownName(regionCode)}: ${label} ${detail}`);
  return network;
}

/** The regions there are; undefined when the keys may not ask. Throws ApiError. */
export async function readRegionCodes(
  terminal: Terminal,
  { api }: Pick<OpenAccount, 'api'>,
): Promise<readonly string[] | undefined> {
  try {
    const regions = await api.getRegionList({ signal: terminal.signal });
    return regions.map(({ regionCode }) => regionCode);
  } catch (error) {
    if (isApiError(error, 'permission')) return undefined;
    throw error;
  }
}
