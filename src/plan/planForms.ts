/** The ways the calls of a plan can be copied, to be run elsewhere. */
export const planForms = ['cli', 'curl'] as const;
/** One of the ways above. */
export type PlanForm = (typeof planForms)[number];
