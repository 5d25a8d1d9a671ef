import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { LinkButton } from '#ui/link-button.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useTitle } from '#ui/title.ts';
import { linksQuery, type LinkListFilter } from '#links/screens/link-queries.ts';
import { ClosedNote } from '#links/screens/plan-note.tsx';
import { useLinkWords } from '#links/screens/words.ts';
import { hasScheduler } from '#people/plan.ts';
import { useMe } from '#people/screens/use-me.ts';
import { FreeTimesPanel } from './free-times-panel.tsx';
import { LinksFilter } from './links-filter.tsx';
import { LinksList } from './links-list.tsx';
import type { ListSearch } from './links-search.ts';

const route = getRouteApi('/links');

/** Everybody's links (N3): which, whose, whether open, and what can be done with them. */
export function LinksPage() {
  const t = useLinkWords();
  const go = useNavigate({ from: '/links' });
  const search = route.useSearch();
  const { member, workspace } = useMe();
  const field = useRef<HTMLInputElement>(null);
  useTitle(t('list.title'));
  useShortcuts({ '/': () => field.current?.focus(), c: () => void go({ to: '/links/new' }) });
  const found = useInfiniteQuery(linksQuery(filterOf(search, member.id)));
  const links = found.data?.pages.flatMap(({ items }) => items);
  const opened = links?.find(({ id }) => id === search.open);
  return (
    <main className="relative flex min-h-0 flex-1 flex-col">
      <PageBar
        title={t('list.title')}
        actions={
          <LinkButton kind="primary" icon={Plus} shortcut="C" render={<Link to="/links/new" />}>
            {t('list.new')}
          </LinkButton>
        }
      />
      <LinksFilter ref={field} search={search} />
      {!hasScheduler(workspace.plan) && <ClosedNote className="mx-6 mb-3 shrink-0 max-phone:mx-4" />}
      <div className="relative flex min-h-0 flex-1">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <LinksList search={search} links={links} found={found} />
        </div>
        {opened && (
          <FreeTimesPanel
            key={opened.id}
            link={opened}
            onClose={() => void go({ search: closed, replace: true })}
          />
        )}
      </div>
    </main>
  );
}

function closed({ open: _closed, ...rest }: ListSearch): ListSearch {
  return rest;
}

function filterOf({ whose, owner, team, state, kind, q }: ListSearch, memberId: string): LinkListFilter {
  const ownerId = whose === 'everyone' ? owner : memberId;
  return { state: state ?? 'all', kind, q, ownerId, teamId: team };
}
