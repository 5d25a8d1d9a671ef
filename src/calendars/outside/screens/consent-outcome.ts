const OUTCOMES = ['connected', 'refused', 'expired', 'failed'] as const;

export type ConsentOutcome = (typeof OUTCOMES)[number];

/** As the address says it; nothing when it says anything else. */
export function outcomeFrom(text: unknown): ConsentOutcome | undefined {
  return OUTCOMES.find((one) => one === text);
}
