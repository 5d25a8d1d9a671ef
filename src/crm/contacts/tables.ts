import type { Generated } from 'kysely';
import type { Flag } from '#platform/db/tables.ts';

export type PersonKind = 'contact' | 'lead';

declare module '#platform/db/tables.ts' {
  interface Tables {
    contacts: {
      workspace_id: string;
      contact_id: string;
      name: string;
      name_folded: string;
      job_title: string | null;
      owner_id: string | null;
      /** JSON of PersonPhone[]. */
      phones: string;
      custom: Generated<string>;
      version: Generated<number>;
      created_at: string;
      /** The last thing that happened with this person: F2 prefers the most recent. */
      active_at: string;
      deleted_at: string | null;
    };
    person_emails: {
      workspace_id: string;
      person_kind: PersonKind;
      person_id: string;
      position: number;
      address: string;
      address_folded: string;
      is_primary: Flag;
    };
  }
}
