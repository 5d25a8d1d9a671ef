declare module '#platform/db/tables.ts' {
  interface Tables {
    picklist_choices: {
      workspace_id: string;
      list: string;
      key: string;
      /** Empty: what Rondo calls it, in the reader's language. */
      label: string;
      position: number;
      probability: number | null;
      outcome: string | null;
    };
  }
}
