import type { Flag } from '#platform/db/tables.ts';
import type { Generated } from 'kysely';

declare module '#platform/db/tables.ts' {
  interface Tables {
    addresses: {
      workspace_id: string;
      address_id: string;
      record_kind: string;
      record_id: string;
      type: string;
      title: string | null;
      line1: string | null;
      line2: string | null;
      city: string | null;
      county: string | null;
      state: string | null;
      postcode: string | null;
      /** ISO 3166: two letters. */
      country: string | null;
      phone: string | null;
      fax: string | null;
      email: string | null;
      preferred: Flag;
      version: Generated<number>;
      created_at: string;
    };
  }
}
