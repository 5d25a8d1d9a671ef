import { Avatar } from '#ui/avatar.tsx';
import { useDates } from '#ui/dates.tsx';
import type { DealCard } from './deal-queries.ts';
import { useMoney } from './use-money.ts';
import { useDealWords } from './words.ts';

/** What stands on a deal's card: what, with whom, how much, by when, whose. */
export function BoardDealCard({ card }: { card: DealCard }) {
  const money = useMoney();
  return (
    <div className="grid gap-0.5">
      <bdi className="truncate font-medium" title={card.title}>
        {card.title}
      </bdi>
      <bdi className="min-h-5 truncate text-muted" title={card.companyName ?? undefined}>
        {card.companyName}
      </bdi>
      <div className="mt-1 flex items-center gap-2">
        <span className="tabular min-w-0 truncate font-semibold">{money(card.amount, card.currency)}</span>
        <span className="ms-auto shrink-0 text-12 text-muted">
          <Close card={card} />
        </span>
        {card.ownerId && <Avatar id={card.ownerId} name={card.ownerName ?? '?'} alone />}
      </div>
    </div>
  );
}

function Close({ card }: { card: DealCard }) {
  const t = useDealWords();
  const dates = useDates();
  const date = card.closedAt ? dates.dateOf(card.closedAt) : card.expectedClose;
  if (!date) return null;
  return (
    <time dateTime={date} title={t(card.closedAt ? 'field.closedAt' : 'field.expectedClose')}>
      {dates.briefDay(date)}
    </time>
  );
}
