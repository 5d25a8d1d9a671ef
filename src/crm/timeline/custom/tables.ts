import type { Generated } from 'kysely';

declare module '#platform/db/tables.ts' {
  interface Tables {
    custom_fields: {
      workspace_id: string;
      field_id: string;
      record_kind: string;
      key: string;
      label: string;
      /** Its type. */
      kind: string;
      /** JSON of CustomChoice[]. */
      choices: string;
      position: number;
      version: Generated<number>;
      /** In the trash: its values stay on their records, and nobody is shown them. */
      deleted_at: string | null;
    };
    /** What lists filter and sort by; the values themselves stand on their record. */
    custom_terms: {
      workspace_id: string;
      record_kind: string;
      field_key: string;
      record_id: string;
      /** Several choices: one row for each. */
      position: number;
      /** Folded. */
      text_value: string | null;
      /** A checkbox is 0 or 1. */
      number_value: number | null;
    };
  }
}
