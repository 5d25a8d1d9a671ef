import { Link } from '@tanstack/react-router';
import { Callout } from '#ui/callout.tsx';
import { capital } from '#ui/capital.ts';
import { useDates } from '#ui/dates.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useMe } from '../../use-me.ts';
import { anchorOf } from './place-on-grid.ts';
import type { Calendar } from './use-calendar.ts';
import type { About } from './use-grid-acts.ts';
import { useCalendarWords } from './words.ts';

interface OutsideCalloutProps {
  about: Extract<About, { kind: 'outside' }>;
  calendar: Calendar;
  onClose: () => void;
}

/** An event of an outside calendar: which one it is from, and whether it closes the time. It is changed there. */
export function OutsideCallout({ about: { pick, placed }, calendar, onClose }: OutsideCalloutProps) {
  const t = useCalendarWords();
  const dates = useDates();
  const me = useMe().member.id;
  const { span, member } = placed;
  const isOwn = member.memberId === me;
  const said = { name: span.calendarName ?? '', owner: member.name };
  return (
    <Callout
      anchor={anchorOf(pick, { ...calendar, days: calendar.daysOnScreen })}
      title={<bdi>{span.title || capital(t(`kinds.${span.kind}`))}</bdi>}
      onClose={onClose}
    >
      <p className="tabular">
        {dates.day(dates.dateOf(span.start))}, {span.allDay ? t('allDay') : dates.range(span.start, span.end)}
      </p>
      <p className="mt-2 wrap-anywhere text-muted">{t(isOwn ? 'outside.from' : 'outside.fromOther', said)}</p>
      <p className="text-muted">{t(span.kind === 'free' ? 'outside.free' : 'outside.busy')}</p>
      <p className="mt-3">
        <Link
          to="/settings/calendars"
          search={isOwn ? {} : { member: member.memberId }}
          className={TEXT_LINK}
        >
          {t('outside.settings')}
        </Link>
      </p>
    </Callout>
  );
}
