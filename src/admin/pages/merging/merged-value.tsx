import { useCustomWords } from '#crm/fields/screens/use-custom-words.ts';
import type { MergedKind, MergePreview } from '#crm/merging/screens/merging-queries.ts';
import { useTicketWords } from '#crm/tickets/screens/words.ts';
import { ChangedValue } from '../record/changed-value.tsx';
import { useRecordWords } from '../record/words.ts';
import { useCustomNamed } from './use-custom-named.ts';

export interface MergedValueProps {
  kind: MergedKind;
  field: string;
  value: unknown;
  preview: MergePreview;
  /** Whose value it is: an amount is said with that record's currency. */
  side?: 'into' | 'from';
}

/** A value of one of two records as it is read: names of what it links to, money with its currency. */
export function MergedValue({ kind, field, value, preview, side = 'into' }: MergedValueProps) {
  const t = useRecordWords();
  const ticket = useTicketWords();
  const custom = useCustomNamed(kind)(field);
  const words = useCustomWords();
  if (custom) return <bdi>{words(custom, value) || t('change.none')}</bdi>;
  if (isLink(field)) return <bdi>{namesIn(preview, value).join(', ') || t('change.none')}</bdi>;
  if (kind === 'ticket' && (field === 'status' || field === 'priority')) {
    return ticket(`${field}.${String(value)}` as 'status.open');
  }
  if (field === 'amount' && typeof value === 'number') {
    const currency = preview[side]['currency'];
    return <ChangedValue kind={kind} field={field} value={{ amount: value, currency }} />;
  }
  return <ChangedValue kind={kind} field={field} value={value} />;
}

function isLink(field: string): boolean {
  return ['companyId', 'companyIds', 'contactId', 'contactIds', 'leadId'].includes(field);
}

/** What the reader may not see is not named. */
function namesIn({ linked }: MergePreview, value: unknown): string[] {
  const ids = [value].flat();
  return ids.map((id) => linked.find((one) => one.id === id)?.name ?? '…');
}
