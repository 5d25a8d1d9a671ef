import { useQuery } from '@tanstack/react-query';
import { absencesQuery, holidayListsQuery, type HoursView } from '#hours/screens/hours-queries.ts';
import { MonthPicture } from '#hours/screens/month-picture.tsx';
import type { MemberView } from '#people/screens/member-queries.ts';
import { useToday } from '#ui/dates.tsx';
import { HolidayChoice } from './holiday-choice.tsx';
import { HolidayWarnings } from './holiday-warnings.tsx';

/** What the hours make of the coming months, and whose holidays count. */
export function HoursResult({ member, hours }: { member: MemberView; hours: HoursView }) {
  const today = useToday();
  const absences = useQuery(absencesQuery(member.id, today));
  const lists = useQuery(holidayListsQuery());
  const list = lists.data?.find(({ id }) => id === member.holidayListId);
  const own = { ...hours, absences: absences.data ?? [], holidays: list?.days ?? [] };
  return (
    <div className="grid gap-8">
      <MonthPicture own={own} />
      <div className="grid gap-3">
        <HolidayChoice member={member} lists={lists.data ?? []} />
        {list && <HolidayWarnings listId={list.id} />}
      </div>
    </div>
  );
}
