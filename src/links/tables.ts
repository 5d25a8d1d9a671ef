import type { Flag } from '#platform/db/tables.ts';
import type { LinkKind } from './link.ts';

export interface LinkRow {
  workspace_id: string;
  link_id: string;
  slug: string;
  kind: LinkKind;
  title: string;
  title_folded: string;
  owner_id: string;
  active: Flag;
  /** JSON of LinkSettings. */
  settings: string;
  holiday_list_id: string | null;
  counting_from: string;
  version: number;
  created_at: string;
  deleted_at: string | null;
}

export interface LinkCandidateRow {
  workspace_id: string;
  link_id: string;
  chair: number;
  position: number;
  member_id: string;
}

/** R10: which rotation fills which chair. */
export interface LinkRotationRow {
  workspace_id: string;
  link_id: string;
  chair: number;
  rotation_id: string;
}

declare module '#platform/db/tables.ts' {
  interface Tables {
    links: LinkRow;
    link_candidates: LinkCandidateRow;
    link_rotations: LinkRotationRow;
  }
}
