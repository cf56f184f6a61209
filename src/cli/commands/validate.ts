import { l10n } from 'vscode';
import type { Run } from '../command';
import { exitCodes } from '../exitCodes';
import { readFiles, refuse } from '../files/readFiles';

/** Checks files by themselves: their form, and what they say twice or against each other. */
export const validate: Run = async ({ terminal, files }) => {
  const sources = await readFiles(terminal, files);
  refuse(terminal, sources, sources.problems);
  const { length } = sources.files;
  terminal.write(`${length === 1 ? l10n.t('1 file is valid.') : l10n.t('{0} files are valid.', length)}\n`);
  return exitCodes.ok;
};
