declare module '#platform/db/tables.ts' {
  interface Tables {
    /** Records of a kind that somebody said are not the same; one_id is the smaller. */
    distinct_records: {
      workspace_id: string;
      record_kind: string;
      one_id: string;
      other_id: string;
      by_id: string;
      at: string;
    };
  }
}

export {};
