import { l10n } from 'vscode';
import type { CheckStatus, Layer, Symptom, Verdict } from '../../doctor/check';
import { keySymptoms, type SymptomRow, type SymptomText } from './keySymptoms';
import { wireSymptoms } from './wireSymptoms';

/** Words for one check: the layer it looked at, what was found there, and how to fix it. */
export interface DoctorText extends SymptomText {
  readonly layer: string;
  readonly status: string;
}

const rows = {
  ...wireSymptoms,
  ...keySymptoms,
  blocked: ({ blockedBy = '' }) => ({
    message: l10n.t('Not checked because this failed first: {0}.', layerText(blockedBy.split(':', 1)[0] as Layer)),
  }),
} as const satisfies Record<Symptom, SymptomRow>;

/** The one place where checks become sentences. */
export function doctorText({ layer, status, symptom, facts }: Verdict): DoctorText {
  const row: SymptomRow = rows[symptom];
  return { ...row(facts), layer: layerText(layer), status: statusText(status) };
}

function layerText(layer: Layer): string {
  return {
    dns: l10n.t('DNS lookup'),
    tcp: l10n.t('Connection'),
    proxy: l10n.t('Proxy'),
    tls: l10n.t('Certificate'),
    clock: l10n.t('Clock'),
    signature: l10n.t('Signature'),
    key: l10n.t('Keys'),
    permission: l10n.t('Permission'),
    region: l10n.t('Region'),
  }[layer];
}

function statusText(status: CheckStatus): string {
  return {
    ok: `✓ ${l10n.t('works')}`,
    warning: `! ${l10n.t('warning')}`,
    failed: `✗ ${l10n.t('failed')}`,
    skipped: `– ${l10n.t('skipped')}`,
  }[status];
}
