import fs from 'node:fs';
import path from 'node:path';
import { l10n } from 'vscode';
import { root } from '../host/paths.mjs';

/** What is written in English, Korean and Japanese, one after the other. */
export async function inEachLanguage(write: () => string[] | Promise<string[]>): Promise<string[]> {
  const standIn = l10n as unknown as { bundle: Readonly<Record<string, string>> | undefined };
  const lines: string[] = [];
  try {
    for (const language of ['en', 'ko', 'ja']) {
      const file = path.join(root, 'l10n', `bundle.l10n.${language}.json`);
      standIn.bundle =
        language === 'en' ? undefined : (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>);
      lines.push(`== ${language}`, ...(await write()), '');
    }
  } finally {
    standIn.bundle = undefined;
  }
  return lines;
}
