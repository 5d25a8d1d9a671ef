import { dayFromText } from '#engine/minutes.ts';

export const PERIODS = ['week', 'month', 'quarter'] as const;
export type Period = (typeof PERIODS)[number];

export interface FairnessSearch {
  /** This month unless said; two dates come before it. */
  period?: Period;
  from?: string;
  to?: string;
  linkId?: string;
  rotationId?: string;
}

export function fairnessSearch(given: Record<string, unknown>): FairnessSearch {
  const period = PERIODS.find((one) => one === given.period);
  const [from, to] = [dateOf(given.from), dateOf(given.to)];
  const of = ofWhat(given);
  if (from && to && from <= to) return { from, to, ...of };
  return { ...(period && { period }), ...of };
}

function ofWhat({ linkId, rotationId }: Record<string, unknown>): FairnessSearch {
  if (typeof linkId === 'string' && linkId) return { linkId };
  return typeof rotationId === 'string' && rotationId ? { rotationId } : {};
}

function dateOf(value: unknown): string | undefined {
  return typeof value === 'string' && dayFromText(value) !== null ? value : undefined;
}
