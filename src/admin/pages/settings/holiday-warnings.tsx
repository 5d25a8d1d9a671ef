import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useMe } from '#people/screens/use-me.ts';
import { useDates } from '#ui/dates.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Note } from '#ui/note.tsx';
import { homeQuery, type Attention } from '../home/home-queries.ts';
import { useSettingsWords } from './words.ts';

type EndingList = Extract<Attention, { code: 'holidays-end' }>;

/** B8: lists that end before the links that keep them do. Of one list, or of one link, or of all. */
export function useEndingLists(): EndingList[] {
  const { data } = useQuery(homeQuery);
  return data?.attention.filter((one): one is EndingList => one.code === 'holidays-end') ?? [];
}

export function HolidayWarnings({ listId, linkId }: { listId?: string; linkId?: string }) {
  const ending = useEndingLists()
    .filter((one) => !listId || one.holidayListId === listId)
    .filter((one) => !linkId || one.links.some(({ id }) => id === linkId));
  return ending.map((one) => <EndingNote key={one.holidayListId} list={one} />);
}

function EndingNote({ list }: { list: EndingList }) {
  const t = useSettingsWords();
  const dates = useDates();
  const me = useMe();
  const until = dates.longDay(list.lastBookableDay);
  const years = list.missingYears.join(', ');
  return (
    <Note
      tone="wait"
      icon={TriangleAlert}
      title={
        list.endsOn
          ? t('ending.title', { name: list.name, date: dates.longDay(list.endsOn) })
          : t('ending.empty', { name: list.name })
      }
    >
      <p>{t('ending.what', { count: list.links.length, until })}</p>
      {me.may('manage-settings') && (
        <LinkButton
          className="mt-2"
          render={<Link to="/settings/holidays" search={{ extend: list.holidayListId }} />}
        >
          {t('ending.fix', { years })}
        </LinkButton>
      )}
    </Note>
  );
}
