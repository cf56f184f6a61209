import { t } from '@vscode/l10n';
import { l10n as host } from 'vscode';
import { keyOf } from './textKey';

// dist/texts.js, opened where VS Code speaks another language than English. It takes the place of VS Code's own `l10n` in every
// bundle (esbuild/plugins.js): source files ask that one, as the tools of translators expect.

type Asked = string | { readonly message: string; readonly args?: unknown; readonly comment?: string | string[] };

/** VS Code's `l10n.t`, for texts under short names. */
function translate(asked: Asked, ...args: unknown[]): string {
  const { message, comment = [], ...rest } = typeof asked === 'string' ? { message: asked, args } : asked;
  const named = [comment].flat().length > 0 ? `${message}/${[comment].flat().join('')}` : message;
  const filled = (rest.args ?? {}) as Record<string, string>;
  return t({ message: host.bundle?.[keyOf(named)] ?? message, args: filled, comment: [] });
}

/** What source files know as VS Code's `l10n`. */
export const l10n = { t: translate };
