import { dayFromText } from '#engine/minutes.ts';

export const SUBJECT_KINDS = ['company', 'contact', 'lead', 'deal', 'ticket'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** The address of the page: from which record, through which rotation, with whom, and which days are looked at. */
export interface ScheduleSearch {
  kind?: SubjectKind;
  id?: string;
  /** None: a host is booked directly. */
  rotationId?: string;
  /** Unless said, whose turn it is in the rotation; without one, oneself. */
  hostId?: string;
  /** Any date of the days shown; today unless said. */
  date?: string;
}

/** Whatever stands in an address; what means nothing is left out. */
export function scheduleSearch(given: Record<string, unknown>): ScheduleSearch {
  const { kind, id, rotationId, hostId, date } = given;
  const known = SUBJECT_KINDS.find((one) => one === kind);
  return {
    ...(known && isText(id) && { kind: known, id }),
    ...(isText(rotationId) && { rotationId }),
    ...(isText(hostId) && { hostId }),
    ...(isText(date) && dayFromText(date) !== null && { date }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 300;
}
