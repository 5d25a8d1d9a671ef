import { useQuery } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { HolidayListCard } from './holiday-list-card.tsx';
import { holidayListsQuery, type HolidayListView } from './hours-queries.ts';
import { useHoursWords } from './words.ts';

export interface HolidayListsProps {
  editable: boolean;
  onImport: () => void;
  /** Members and links that keep a list. */
  keepers: (listId: string) => ReactNode;
  /** What is wrong with a list: it ends too early. */
  warnings: (list: HolidayListView) => ReactNode;
}

export function HolidayLists({ editable, onImport, ...props }: HolidayListsProps) {
  const t = useHoursWords();
  const lists = useQuery(holidayListsQuery());
  if (lists.isPending) return <Skeleton rows={3} row="text" />;
  if (lists.isError) return <Problem title={t('lists.failed')} onRetry={() => void lists.refetch()} />;
  if (lists.data.length === 0) {
    const first = editable && (
      <Button kind="primary" icon={CalendarPlus} onClick={onImport}>
        {t('lists.import')}
      </Button>
    );
    return (
      <Empty title={t('lists.none')} action={first}>
        {t('lists.what')}
      </Empty>
    );
  }
  return (
    <ul className="grid gap-4">
      {lists.data.map((list) => (
        <li key={list.id}>
          <HolidayListCard
            list={list}
            editable={editable}
            keepers={props.keepers(list.id)}
            warning={props.warnings(list)}
          />
        </li>
      ))}
    </ul>
  );
}
