import { l10n } from 'vscode';
import { isStatusFilter, type FilterId } from '../model/interfaceFilter';
import type { DisplayOptions } from '../session/displayStore';

/** A filter in words. */
export function filterText(id: FilterId): string {
  return {
    unattached: l10n.t('not attached'),
    inUse: l10n.t('in use'),
    settling: l10n.t('being configured or removed'),
    nearlyFull: l10n.t('nearly full (4 or 5 of 5)'),
    hasSecondary: l10n.t('has secondary IPs'),
  }[id];
}

/** Filters together, in words; statuses are alternatives of each other. */
export function filtersText(ids: readonly FilterId[]): string {
  const statuses = ids.filter(isStatusFilter).map(filterText).join(' / ');
  const others = ids.filter((id) => !isStatusFilter(id)).map(filterText);
  return [statuses, ...others].filter(Boolean).join(', ');
}

/** What the display options leave out, in words; empty when that is nothing. */
export function displayText({ filters, text }: Pick<DisplayOptions, 'filters' | 'text'>): string {
  return [...(text === undefined ? [] : [`“${text}”`]), filtersText(filters)].filter(Boolean).join(', ');
}

/** A grouping in words. */
export function groupingText(groupBy: DisplayOptions['groupBy']): string {
  return {
    subnet: l10n.t('By VPC and subnet'),
    server: l10n.t('By server'),
    flat: l10n.t('All interfaces in one list'),
  }[groupBy];
}
