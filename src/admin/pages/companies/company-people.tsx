import { useRender } from '@base-ui/react/use-render';
import { useQueryClient, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { SectionHead } from '#ui/card.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { SmallTable } from '#ui/small-table.tsx';
import type { Column } from '#ui/table.tsx';
import { NewPersonDialog } from '../record/new-person-dialog.tsx';

export interface CompanyPeopleProps<Person extends { id: string }> {
  kind: 'contacts' | 'leads';
  title: string;
  companyId: string;
  found: UseInfiniteQueryResult<InfiniteData<{ items: Person[]; next: string | null }>>;
  columns: readonly Column<Person>[];
  empty: ReactNode;
}

/** People of a company; who is added here belongs to it, and then stands here with the focus (P2). */
export function CompanyPeople<Person extends { id: string }>(props: CompanyPeopleProps<Person>) {
  const { kind, title, companyId, found, columns, empty } = props;
  const t = useCompanyWords();
  const { isNew, setNew, pane, take } = useNewPerson(kind);
  const people = found.data?.pages.flatMap(({ items }) => items);
  const words = kind === 'contacts' ? 'people.addContactLong' : 'people.addLead';
  return (
    <section ref={pane} aria-label={title}>
      <SectionHead
        title={title}
        count={people?.length}
        aside={
          <Button icon={Plus} onClick={() => setNew(true)}>
            {t(words)}
          </Button>
        }
      />
      {found.isError && <Problem title={t('people.failed')} onRetry={() => void found.refetch()} />}
      {!people && !found.isError && <Skeleton rows={3} row="text" />}
      {people?.length === 0 && empty}
      {people && people.length > 0 && (
        <SmallTable label={title} columns={columns} rows={people} rowKey={({ id }) => id} />
      )}
      {found.hasNextPage && (
        <Button kind="quiet" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('people.more')}
        </Button>
      )}
      {isNew && (
        <NewPersonDialog
          kind={kind}
          companyId={companyId}
          onClose={() => setNew(false)}
          onMade={(made) => void take(made.id)}
        />
      )}
    </section>
  );
}

/** So long a closing dialog gives the focus back to its button. */
const AFTER_DIALOG_MS = 150;

function useNewPerson(kind: 'contacts' | 'leads') {
  const queries = useQueryClient();
  const [isNew, setNew] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (made === null) return undefined;
    const row = () => pane.current?.querySelector<HTMLElement>(`[data-person="${made}"]`)?.focus();
    const timer = setTimeout(row, AFTER_DIALOG_MS);
    return () => clearTimeout(timer);
  }, [made]);
  const take = async (id: string) => {
    await queries.invalidateQueries({ queryKey: [kind, 'list'] });
    void queries.invalidateQueries({ queryKey: ['companies', 'summary'] });
    void queries.invalidateQueries({ queryKey: ['timeline'] });
    setNew(false);
    setMade(id);
  };
  return { isNew, setNew, pane, take };
}

/** A name in a row that leads to its page. */
export function PersonLink({ id, name, render }: { id: string; name: string; render: ReactElement }) {
  const looks = { className: 'font-medium hover:underline', title: name, 'data-person': id };
  return useRender({ render, props: { ...looks, children: <bdi>{name}</bdi> } });
}
