import { Link, useNavigate } from '@tanstack/react-router';
import { CalendarPlus } from 'lucide-react';
import { useMe } from '#people/screens/use-me.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useSize } from '#ui/use-size.ts';
import type { SubjectKind } from '../schedule/schedule-search.ts';
import { useRecordWords } from './words.ts';

/** R3: a meeting from this record, always in reach. Absent for who can hold none and book for nobody. */
export function ScheduleLink({ record: { kind, id } }: { record: { kind: SubjectKind; id: string } }) {
  const t = useRecordWords();
  const { phone } = useSize();
  const { member, may } = useMe();
  const go = useNavigate();
  const mayBook = member.seat || may('book-for-others');
  useShortcuts(mayBook ? { s: () => void go({ to: '/schedule', search: { kind, id } }) } : {});
  if (!mayBook) return null;
  return (
    <LinkButton
      kind="primary"
      icon={CalendarPlus}
      shortcut={phone ? undefined : 'S'}
      render={<Link to="/schedule" search={{ kind, id }} />}
    >
      {t(phone ? 'scheduleShort' : 'schedule')}
    </LinkButton>
  );
}
