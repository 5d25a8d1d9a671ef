/** Where records of each kind stand, for what is asked of all kinds alike. */
export const RECORD_TABLES = {
  company: { table: 'companies', idColumn: 'company_id' },
  contact: { table: 'contacts', idColumn: 'contact_id' },
  lead: { table: 'leads', idColumn: 'lead_id' },
  deal: { table: 'deals', idColumn: 'deal_id' },
  ticket: { table: 'tickets', idColumn: 'ticket_id' },
} as const;

export type RecordKind = keyof typeof RECORD_TABLES;
export const RECORD_KINDS = ['company', 'contact', 'lead', 'deal', 'ticket'] as const;
