import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { cloneElement, type ReactElement, type ReactNode } from 'react';
import { usePicklist } from '#crm/fields/screens/use-picklist.ts';
import { Who } from '#people/screens/who.tsx';
import { Button } from '#ui/button.tsx';
import { useDates } from '#ui/dates.tsx';
import { Empty } from '#ui/empty.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { dealsQuery, type DealView } from './deal-queries.ts';
import { useMoney } from './use-money.ts';
import { useDealWords } from './words.ts';

export interface DealsOfProps {
  of: { kind: 'company' | 'contact' | 'lead'; id: string };
  /** A deal's page, without words: `<Link to="/deals/$dealId" … />`. */
  dealLink: (deal: DealView) => ReactElement<{ children?: ReactNode }>;
  /** Where a new one is written down, prefilled: `<Link to="/deals" search={{ new: true, companyId, back }} />`. */
  addLink: ReactElement;
}

/** Deals of a company (also those of its leads and contacts, P2), a contact or a lead; with one press another. */
export function DealsOf({ of, dealLink, addLink }: DealsOfProps) {
  const t = useDealWords();
  const found = useInfiniteQuery(dealsQuery({ [`${of.kind}Id`]: of.id }));
  const deals = found.data?.pages.flatMap(({ items }) => items) ?? [];
  const add = (
    <LinkButton icon={Plus} render={addLink}>
      {t('addOne')}
    </LinkButton>
  );
  if (found.isError && !found.data) {
    return (
      <Problem title={t('failed.list')} onRetry={() => void found.refetch()} retrying={found.isFetching} />
    );
  }
  if (!found.data) return <Skeleton rows={3} />;
  if (deals.length === 0) return <Empty small title={t('none')} action={add} />;
  return (
    <div className="grid gap-3">
      <div className="flex justify-end">{add}</div>
      <ul className="rounded-r border border-line">
        {deals.map((deal) => (
          <li key={deal.id} className="border-t border-line first:border-t-0">
            <DealRow deal={deal} link={dealLink} />
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button kind="quiet" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('showMore')}
        </Button>
      )}
    </div>
  );
}

function DealRow({ deal, link }: { deal: DealView; link: DealsOfProps['dealLink'] }) {
  const money = useMoney();
  const dates = useDates();
  const { named } = usePicklist('dealStage');
  const date = deal.closedAt ? dates.dateOf(deal.closedAt) : deal.expectedClose;
  return (
    <div className="relative flex min-h-(--row) flex-wrap items-center gap-x-4 gap-y-0.5 px-3 py-1.5 hover:bg-hover">
      <span className="min-w-0 flex-1 basis-40 truncate font-medium" title={deal.title}>
        <DealName deal={deal} link={link} />
      </span>
      <bdi className="text-muted">{named(deal.stage)}</bdi>
      <span className="tabular">{money(deal.amount, deal.currency)}</span>
      {date && <time dateTime={date}>{dates.briefDay(date)}</time>}
      {deal.ownerId && <Who id={deal.ownerId} muted />}
    </div>
  );
}

/** The whole row leads to the deal. */
function DealName({ deal, link }: { deal: DealView; link: DealsOfProps['dealLink'] }) {
  return cloneWithin(link(deal), <bdi className="after:absolute after:inset-0">{deal.title}</bdi>);
}

function cloneWithin(link: ReactElement<{ children?: ReactNode }>, children: ReactNode) {
  return cloneElement(link, {}, children);
}
