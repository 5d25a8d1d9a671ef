import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { Empty } from '#ui/empty.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { ListedLink } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { LinksTable } from './links-table.tsx';
import type { ListSearch } from './links-search.ts';

export interface Found {
  isError: boolean;
  isFetching: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

interface LinksListProps {
  search: ListSearch;
  links: ListedLink[] | undefined;
  found: Found;
}

/** The list in each of its states: still coming, failed, nothing there, nothing found, there. */
export function LinksList({ search, links, found }: LinksListProps) {
  const t = useLinkWords();
  if (!links && found.isError)
    return (
      <Problem title={t('list.failed')} onRetry={() => void found.refetch()} retrying={found.isFetching}>
        {t('list.failedWhat')}
      </Problem>
    );
  if (!links) return <Skeleton rows={8} label={t('list.loading')} />;
  if (links.length === 0) return <NoLinks search={search} />;
  return (
    <LinksTable
      links={links}
      search={search}
      onEnd={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
      loadingMore={found.isFetchingNextPage}
    />
  );
}

function NoLinks({ search }: { search: ListSearch }) {
  const t = useLinkWords();
  const isFiltered = Boolean(search.q || search.state || search.kind || search.owner || search.team);
  if (isFiltered)
    return (
      <Empty
        title={t(search.state === 'deleted' ? 'list.noneDeleted' : 'list.noneFound')}
        action={
          <LinkButton render={<Link to="/links" search={{ whose: search.whose }} />}>
            {t('list.clear')}
          </LinkButton>
        }
      />
    );
  return (
    <Empty
      title={t('list.none')}
      action={
        <LinkButton kind="primary" icon={Plus} shortcut="C" render={<Link to="/links/new" />}>
          {t('list.new')}
        </LinkButton>
      }
      second={
        search.whose !== 'everyone' && (
          <LinkButton kind="quiet" render={<Link to="/links" search={{ whose: 'everyone' }} />}>
            {t('list.seeEveryones')}
          </LinkButton>
        )
      }
    >
      {t('list.noneWhat')}
    </Empty>
  );
}
