import { State, type Shape } from '#ui/badge.tsx';
import type { LeadView } from '../record/person.ts';
import { useRecordWords } from '../record/words.ts';

const SHAPES: Record<LeadView['status'], Shape> = {
  new: 'queued',
  contacted: 'order',
  qualified: 'booked',
  lost: 'over',
  converted: 'over',
};

export function LeadStatusMark({ status }: { status: LeadView['status'] }) {
  const t = useRecordWords();
  return <State shape={SHAPES[status]}>{t(`status.${status}`)}</State>;
}
