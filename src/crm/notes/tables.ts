declare module '#platform/db/tables.ts' {
  interface Tables {
    notes: {
      workspace_id: string;
      /** Also the id of its entry on the timeline. */
      note_id: string;
      record_kind: string;
      record_id: string;
      html: string;
      by_kind: 'member' | 'visitor' | 'system';
      by_id: string | null;
      version: number;
      created_at: string;
      edited_at: string | null;
      edited_by: string | null;
      deleted_at: string | null;
      deleted_by: string | null;
    };
  }
}

export {};
