/** A record of the CRM, of whatever kind. */
export interface RecordRef {
  kind: string;
  id: string;
}

/** Who did it. A visitor is a stranger with a link; the system is a rule at work. */
export type By = { kind: 'member'; id: string } | { kind: 'visitor' } | { kind: 'system' };

/** Something that happened. The timeline does not know the kinds; whoever appends says what `data` holds. */
export interface NewEntry {
  workspaceId: string;
  kind: string;
  /** ISO instant. */
  at: string;
  by: By;
  bookingId?: string;
  data?: Record<string, unknown>;
}

export interface TimelineItem {
  id: string;
  kind: string;
  at: string;
  by: { kind: By['kind']; id?: string; name?: string };
  /** Where it happened: on a company's timeline this may be one of its people. */
  record: RecordRef & { name?: string };
  bookingId?: string;
  data: Record<string, unknown>;
}
