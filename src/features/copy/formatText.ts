import { l10n } from 'vscode';
import type { FormatId } from '../../copy/copyFormats';

/** A copy format in words. */
export function formatText(id: FormatId): string {
  return {
    address: l10n.t('Addresses'),
    number: l10n.t('Interface numbers'),
    link: l10n.t('Links that open it in VS Code'),
    cli: l10n.t('ncloud CLI commands'),
    curl: l10n.t('curl (with placeholders for the signature)'),
    json: 'JSON',
    markdown: l10n.t('Markdown table'),
    csv: 'CSV',
  }[id];
}
