import { Callout } from '#ui/callout.tsx';
import { useDates } from '#ui/dates.tsx';
import { closedWords } from './closed-words.ts';
import { anchorOf } from './place-on-grid.ts';
import type { Calendar } from './use-calendar.ts';
import type { About } from './use-grid-acts.ts';
import { sourceWords } from './source-words.ts';
import type { CalendarSpan } from './week-query.ts';
import { WhyLink } from './why-link.tsx';
import { useCalendarWords } from './words.ts';

interface WhyCalloutProps {
  about: Extract<About, { kind: 'why' }>;
  calendar: Calendar;
  onClose: () => void;
}

/** Why a time is open or closed: hours, absence, holiday, what stands there, and what each link says of it (A10). */
export function WhyCallout({ about: { pick }, calendar, onClose }: WhyCalloutProps) {
  const t = useCalendarWords();
  const dates = useDates();
  const { personId, start } = pick;
  const name = calendar.people.find(({ id }) => id === personId)?.name ?? '';
  const here = spansHere(calendar, personId, start);
  const offering = here.flatMap(({ linkIds = [], kind }) => (kind === 'offered' ? linkIds : []));
  const isClosed = here.some(({ kind }) => kind === 'closed');
  const state = isClosed ? 'why.closed' : here.some(takes) ? 'why.taken' : 'why.open';
  const links = linksOf(calendar, personId);
  return (
    <Callout
      anchor={anchorOf(pick, { ...calendar, days: calendar.daysOnScreen })}
      title={t(state, { when: `${dates.day(dates.dateOf(start))}, ${dates.time(start)}` })}
      onClose={onClose}
    >
      <p className="mb-1 text-12 font-medium wrap-anywhere text-muted">{name}</p>
      <ul className="grid gap-1">
        <Reasons spans={here} calendar={calendar} owner={name} />
      </ul>
      {links.length > 0 && (
        <ul className="mt-3 grid gap-1.5 border-t border-line pt-3">
          {links.map((link) => (
            <WhyLink
              key={link.id}
              link={link}
              pick={pick}
              isOffered={offering.includes(link.id)}
              timeZone={calendar.timeZone}
            />
          ))}
        </ul>
      )}
    </Callout>
  );
}

interface ReasonsProps {
  spans: CalendarSpan[];
  calendar: Calendar;
  owner: string;
}

/** What stands there, and where each of it comes from. */
function Reasons({ spans, calendar, owner }: ReasonsProps) {
  const t = useCalendarWords();
  const dates = useDates();
  const week = calendar.week.data;
  const telling = spans.filter(({ kind }) => kind !== 'offered');
  if (!week || telling.length === 0) return <li>{t('why.nothing')}</li>;
  return telling.map((span) => {
    const { kind, start, end, title, allDay } = span;
    const what = kind === 'closed' ? closedWords(span, week, { t, dates }) : (title ?? t(`kinds.${kind}`));
    const when = allDay ? t('allDay') : spanWords(dates, start, end);
    return (
      <li key={kind + start + (title ?? '')} className="wrap-anywhere">
        <bdi>{what}</bdi> <span className="tabular text-muted">{kind === 'closed' ? '' : when}</span>
        <Source span={span} owner={owner} />
      </li>
    );
  });
}

function Source({ span, owner }: { span: CalendarSpan; owner: string }) {
  const t = useCalendarWords();
  const words = sourceWords(span, owner, t);
  if (!words) return null;
  return <span className="block text-12 text-muted">{words}</span>;
}

function spanWords(dates: ReturnType<typeof useDates>, start: string, end: string): string {
  if (dates.dateOf(start) === dates.dateOf(end)) return dates.range(start, end);
  const stamp = (at: string) => `${dates.briefDay(dates.dateOf(at))} ${dates.time(at)}`;
  return `${stamp(start)} – ${stamp(end)}`;
}

function spansHere({ week }: Calendar, personId: string, start: string): CalendarSpan[] {
  const spans = week.data?.members.find(({ memberId }) => memberId === personId)?.spans ?? [];
  return spans.filter((span) => span.start <= start && span.end > start);
}

/** Those that offer this person at any time of the days shown. */
function linksOf({ week: { data } }: Calendar, personId: string) {
  const spans = data?.members.find(({ memberId }) => memberId === personId)?.spans ?? [];
  const ids = new Set(spans.filter(({ kind }) => kind === 'offered').flatMap(({ linkIds = [] }) => linkIds));
  return (data?.links ?? []).filter(({ id }) => ids.has(id));
}

function takes({ kind }: CalendarSpan): boolean {
  return kind === 'busy' || kind === 'booked' || kind === 'held';
}
