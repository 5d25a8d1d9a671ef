import type { Generated } from 'kysely';

declare module '#platform/db/tables.ts' {
  interface Tables {
    leads: {
      workspace_id: string;
      lead_id: string;
      name: string;
      name_folded: string;
      phone: string | null;
      skype: string | null;
      job_title: string | null;
      company_name: string | null;
      source: string | null;
      /** JSON of Utm. */
      utm: string | null;
      status: string;
      owner_id: string | null;
      custom: Generated<string>;
      version: Generated<number>;
      created_at: string;
      active_at: string;
      deleted_at: string | null;
    };
  }
}
