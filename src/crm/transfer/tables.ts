import type { Generated } from 'kysely';
import type { ImportKind, ImportState } from './import.ts';

declare module '#platform/db/tables.ts' {
  interface Tables {
    imports: {
      workspace_id: string;
      import_id: string;
      kind: ImportKind;
      name: string;
      member_id: string;
      state: ImportState;
      /** JSON of FileFacts. */
      facts: string;
      /** JSON of Plan, once the columns are mapped. */
      plan: string | null;
      /** JSON: what whoever started it may do. */
      rights: string | null;
      /** The batch that is next: written with its records, so that none is made twice. */
      next_batch: Generated<number>;
      made: Generated<number>;
      updated: Generated<number>;
      skipped: Generated<number>;
      refused: Generated<number>;
      total: number;
      created_at: string;
      ended_at: string | null;
      reason: Generated<string | null>;
    };
    import_batches: {
      workspace_id: string;
      import_id: string;
      batch: number;
      /** JSON of FileRow[]: once the batch was run, of those that were refused. */
      lines: string;
      /** JSON of texts, one for each refused row, once it was run. */
      refusals: string | null;
    };
  }
}
