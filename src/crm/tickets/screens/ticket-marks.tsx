import { State, Tag, type Shape } from '#ui/badge.tsx';
import type { TicketView } from './ticket-queries.ts';
import { useTicketWords } from './words.ts';

const SHAPES: Record<TicketView['status'], Shape> = {
  open: 'order',
  pending: 'waiting',
  solved: 'booked',
  closed: 'over',
};

export function TicketStatusMark({ status }: { status: TicketView['status'] }) {
  const t = useTicketWords();
  return <State shape={SHAPES[status]}>{t(`status.${status}`)}</State>;
}

/** Only what stands out is said. */
export function TicketPriorityMark({ priority }: { priority: TicketView['priority'] }) {
  const t = useTicketWords();
  if (priority === 'normal') return null;
  return <Tag tone={priority === 'high' ? 'wait' : 'plain'}>{t(`priority.${priority}`)}</Tag>;
}
