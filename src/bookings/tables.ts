import type { Flag } from '#platform/db/tables.ts';
import type { BookingStatus } from './booking.ts';

export interface BookingRow {
  workspace_id: string;
  booking_id: string;
  link_id: string | null;
  /** The rotation that it went by, a colleague's or its link's (R6, R10). */
  rotation_id: string | null;
  status: BookingStatus;
  title: string;
  start_minute: number;
  end_minute: number;
  buffer_before: number;
  buffer_after: number;
  visitor_name: string | null;
  visitor_email: string | null;
  visitor_email_folded: string | null;
  visitor_phone: string | null;
  visitor_skype: string | null;
  details: string | null;
  visitor_time_zone: string;
  language: string;
  offered_time_zone: string;
  tzdata: string;
  location: string | null;
  answers: string;
  consents: string;
  guests: string;
  /** JSON of Utm. */
  utm: string | null;
  party_kind: string | null;
  party_id: string | null;
  record_kind: string | null;
  record_id: string | null;
  internal: Flag;
  /** The visitor came by a link that was mailed to their own address. */
  invited: Flag;
  sequence: number;
  version: number;
  cut_off_minutes: number;
  manage_token_sealed: string | null;
  /** The mailbox that its invitations are answered to. */
  answers_to: string | null;
  expires_at: string | null;
  made_at: string;
  made_by: string | null;
  updated_at: string;
  deleted_at: string | null;
  deleted_by: string | null;
  /** Folded title, name and address, for lists. */
  search_text: string;
}

export interface BookingHostRow {
  workspace_id: string;
  booking_id: string;
  host_id: string;
  chair: number;
  claim_start: number;
  claim_end: number;
  /** Whether the time is theirs: cancelled, expired and deleted bookings hold nothing. */
  holding: Flag;
  /** Until when, for an unverified hold. Holding without an end is what counts for fairness (D3). */
  expires_at: string | null;
  /** The booking's own, which never change. */
  link_id: string | null;
  made_at: string;
  /** The rotation that filled this chair: the host's count in it goes by these rows. */
  rotation_id: string | null;
}

export interface ClaimRow {
  workspace_id: string;
  host_id: string;
  cell: number;
  booking_id: string;
  expires_at: string | null;
}

export interface AssignmentRow {
  workspace_id: string;
  assignment_id: string;
  booking_id: string;
  at: string;
  rule: string;
  decision: string;
  by_hand: string | null;
}

export interface BookingHistoryRow {
  workspace_id: string;
  change_id: string;
  booking_id: string;
  kind: string;
  at: string;
  by_kind: string;
  by_id: string | null;
  data: string;
}

export interface IdempotencyRow {
  workspace_id: string;
  scope: string;
  key: string;
  request_hash: string;
  status: number;
  body: string;
  created_at: string;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    bookings: BookingRow;
    booking_hosts: BookingHostRow;
    claims: ClaimRow;
    assignments: AssignmentRow;
    booking_history: BookingHistoryRow;
    idempotency_keys: IdempotencyRow;
  }
}
