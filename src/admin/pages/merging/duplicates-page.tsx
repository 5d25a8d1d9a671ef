import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import {
  duplicatesQuery,
  RECOGNISED_KINDS,
  type RecognisedKind,
} from '#crm/merging/screens/merging-queries.ts';
import { useMergingWords } from '#crm/merging/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Tab, Tabs } from '#ui/tabs.tsx';
import { useTitle } from '#ui/title.ts';
import { PairRow } from './pair-row.tsx';

const here = getRouteApi('/duplicates');

/** Records that may be one, two at a time. */
export function DuplicatesPage() {
  const t = useMergingWords();
  const { kind = 'company' } = here.useSearch();
  useTitle(t('title'));
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar title={t('title')} />
      <Tabs label={t('kinds')}>
        {RECOGNISED_KINDS.map((one) => (
          <Tab key={one} render={<Link to="/duplicates" search={{ kind: one }} />} current={one === kind}>
            {t(`kind.${one}`)}
          </Tab>
        ))}
      </Tabs>
      <div className="scroll-pane min-h-0 flex-1">
        <Pairs key={kind} kind={kind} />
      </div>
    </main>
  );
}

function Pairs({ kind }: { kind: RecognisedKind }) {
  const t = useMergingWords();
  const found = useInfiniteQuery(duplicatesQuery(kind));
  const pairs = found.data?.pages.flatMap(({ items }) => items) ?? [];
  if (found.isPending) return <Skeleton rows={6} />;
  if (found.isError) {
    return <Problem title={t('failed')} onRetry={() => void found.refetch()} retrying={found.isFetching} />;
  }
  if (pairs.length === 0) return <Empty title={t('none')}>{t('noneWhat')}</Empty>;
  return (
    <>
      <ul aria-label={t('title')}>
        {pairs.map((pair) => (
          <PairRow key={pair.records.map(({ id }) => id).join()} kind={kind} pair={pair} />
        ))}
      </ul>
      {found.hasNextPage && (
        <div className="p-4">
          <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}
