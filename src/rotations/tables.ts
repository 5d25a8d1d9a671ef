import type { Flag } from '#platform/db/tables.ts';

export interface RotationRow {
  workspace_id: string;
  rotation_id: string;
  name: string;
  name_folded: string;
  newcomers: 'reset' | 'level';
  count_cancelled: Flag;
  count_no_shows: Flag;
  /** JSON: weight by member id. */
  weights: string;
  counting_from: string;
  /** The member who came in when counting began anew. */
  counting_because: string | null;
  version: number;
  created_at: string;
  deleted_at: string | null;
  deleted_by: string | null;
}

export interface RotationEntryRow {
  workspace_id: string;
  rotation_id: string;
  kind: 'member' | 'team';
  entry_id: string;
  position: number;
  added_at: string;
}

export interface RotationHostRow {
  workspace_id: string;
  rotation_id: string;
  member_id: string;
  position: number;
  joined_at: string;
  credit: number;
  available: Flag;
  switched_by: string | null;
  switched_at: string | null;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    rotations: RotationRow;
    rotation_entries: RotationEntryRow;
    rotation_hosts: RotationHostRow;
  }
}
