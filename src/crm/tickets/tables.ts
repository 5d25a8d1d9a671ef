import type { Generated } from 'kysely';

declare module '#platform/db/tables.ts' {
  interface Tables {
    tickets: {
      workspace_id: string;
      ticket_id: string;
      /** Its subject. */
      name: string;
      name_folded: string;
      status: string;
      priority: string;
      owner_id: string | null;
      custom: Generated<string>;
      version: Generated<number>;
      created_at: string;
      active_at: string;
      deleted_at: string | null;
    };
  }
}
