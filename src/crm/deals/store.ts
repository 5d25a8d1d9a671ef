import type { Row } from '#platform/db/tables.ts';
import { bookOf } from '#crm/timeline/store-book.ts';
import type { DealFields } from './deal.ts';
import { settleDeal } from './settle-deal.ts';
import './tables.ts';

/** Where deals are kept; each belongs to its company, contacts and lead. */
export const dealBook = bookOf<DealFields>({
  kind: 'deal',
  nameField: 'title',
  settle: settleDeal,
  links: [
    { field: 'companyId', kind: 'company', many: false },
    { field: 'contactIds', kind: 'contact', many: true },
    { field: 'leadId', kind: 'lead', many: false },
  ],
  columns: {
    title: { column: 'name_folded', kind: 'text', required: true },
    amount: { column: 'amount', kind: 'money' },
    currency: { column: 'currency', kind: 'choice' },
    stage: { column: 'stage', kind: 'choice', required: true },
    expectedClose: { column: 'expected_close', kind: 'date' },
    closedAt: { column: 'closed_at', kind: 'date', instant: true },
  },
  columnsOf: (fields) => {
    const columns = {
      amount: fields.amount,
      currency: fields.currency,
      stage: fields.stage,
      expected_close: fields.expectedClose,
      lost_reason: fields.lostReason,
      closed_at: fields.closedAt,
    };
    return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  },
  fieldsOf: (row: Row<'deals'>) => ({
    amount: row.amount,
    currency: row.currency,
    stage: row.stage,
    expectedClose: row.expected_close,
    lostReason: row.lost_reason,
    closedAt: row.closed_at,
  }),
});
