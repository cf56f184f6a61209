import type { Facts } from '../doctor/check';

/** What was found, in a sentence, and what mends it where something is to be mended. */
export interface SymptomText {
  readonly message: string;
  readonly repair?: string;
}

/** Words for one symptom, made of what was measured. */
export type SymptomRow = (facts: Facts) => SymptomText;
