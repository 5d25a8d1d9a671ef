import type { Generated } from 'kysely';

declare module '#platform/db/tables.ts' {
  interface Tables {
    deals: {
      workspace_id: string;
      deal_id: string;
      /** Its title. */
      name: string;
      name_folded: string;
      /** Minor units. */
      amount: number | null;
      currency: string | null;
      stage: string;
      /** A date. */
      expected_close: string | null;
      lost_reason: string | null;
      closed_at: string | null;
      owner_id: string | null;
      custom: Generated<string>;
      version: Generated<number>;
      created_at: string;
      active_at: string;
      deleted_at: string | null;
    };
  }
}
