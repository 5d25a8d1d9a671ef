declare module '#platform/db/tables.ts' {
  interface Tables {
    notices: {
      workspace_id: string;
      member_id: string;
      notice_id: string;
      kind: string;
      subject_id: string;
      record_kind: string;
      record_id: string;
      by_id: string | null;
      at: string;
      /** JSON; its shape is the kind's. */
      data: string;
      read_at: string | null;
      /** What it was about is gone: neither shown nor counted, and told no second time when it comes back. */
      withdrawn_at: string | null;
    };
  }
}

export {};
