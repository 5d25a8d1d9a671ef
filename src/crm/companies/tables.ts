import type { Generated } from 'kysely';

declare module '#platform/db/tables.ts' {
  interface Tables {
    companies: {
      workspace_id: string;
      company_id: string;
      name: string;
      name_folded: string;
      /** The name as it must be unique among live ones (P1). */
      name_key: string;
      stage: string;
      customer_group: string | null;
      employees: string | null;
      /** Minor units. */
      annual_revenue: number | null;
      revenue_currency: string | null;
      market_share: number | null;
      market_segment: string | null;
      industry: string | null;
      territory: string | null;
      website: string | null;
      phone: string | null;
      fax: string | null;
      legal_entity: string | null;
      owner_id: string | null;
      custom: Generated<string>;
      version: Generated<number>;
      created_at: string;
      active_at: string;
      deleted_at: string | null;
    };
  }
}
