import { usePicklist } from '#crm/fields/screens/use-picklist.ts';
import { State, type Shape } from '#ui/badge.tsx';
import { useRecordWords } from '../record/words.ts';

/** Statuses of the workspace's own look like one on its way. */
const SHAPES: Readonly<Record<string, Shape>> = {
  new: 'queued',
  qualified: 'booked',
  lost: 'over',
  converted: 'over',
};

export function LeadStatusMark({ status }: { status: string }) {
  const t = useRecordWords();
  const { named } = usePicklist('leadStatus');
  return (
    <State shape={SHAPES[status] ?? 'order'}>
      {status === 'converted' ? t('status.converted') : named(status)}
    </State>
  );
}
