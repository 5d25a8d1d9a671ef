import { useQuery } from '@tanstack/react-query';
import { useDates, useNow } from '#ui/dates.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import type { LinkDraft } from '#links/screens/editor/draft.ts';
import { useEditing } from '#links/screens/editor/editing.tsx';
import { openedHours } from '#links/screens/editor/opened-hours.ts';
import type { WholeLink } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { explained } from './explained.ts';
import { explanationQuery, type Explanation } from './times-queries.ts';
import { WhyReasons } from './why-reasons.tsx';
import type { Speaker } from './why-words.ts';

interface WhyClosedProps {
  link: WholeLink;
  draft: LinkDraft;
  place: { date: string; hour: number };
  start: string;
  duration: number | undefined;
  hour: string;
}

/** Why a time is open or closed, for the link and for every host, in words (A10). */
export function WhyClosed({ link, draft, place, start, duration }: WhyClosedProps) {
  const t = useLinkWords();
  const dates = useDates();
  const now = useNow();
  const asked = { start, ...(link.kind !== 'specific-times' && { duration }) };
  const { data, isError, refetch } = useQuery(explanationQuery(link.id, asked));
  const day = dates.day(dates.dateOf(start, link.timeZone));
  const when = `${day}, ${dates.time(start, link.timeZone)}`;
  const speaker: Speaker = { t, dates, timeZone: link.timeZone, now };
  return (
    <div className="mt-2 rounded-r border border-line bg-bg px-3 py-2.5" aria-live="polite">
      <div className="mb-1.5 flex items-start gap-2">
        <h3 className="min-w-0 flex-1 text-12 font-semibold first-letter:uppercase">
          {data ? t(data.offered ? 'why.open' : 'why.closed', { when }) : when}
        </h3>
        <Kbd keys="W" bare />
      </div>
      {isError && <Problem title={t('why.failed')} onRetry={() => void refetch()} />}
      {!data && !isError && <Skeleton row="text" rows={3} />}
      {data && <WhyReasons explanation={data} speaker={speaker} />}
      {data && <OpenIt link={link} draft={draft} place={place} explanation={data} />}
    </div>
  );
}

interface OpenItProps extends Pick<WhyClosedProps, 'link' | 'draft' | 'place'> {
  explanation: Explanation;
}

/** Where only the link's own hours stand against an hour, they can be opened for that one date. */
function OpenIt({ link, draft, place, explanation }: OpenItProps) {
  const t = useLinkWords();
  const dates = useDates();
  const { readOnly } = useEditing();
  const { ofLink } = explained(explanation);
  const isShut = ofLink.length > 0 && ofLink.every(({ code }) => code === 'outside-hours');
  if (readOnly || !link.hours || !isShut) return null;
  const hours = openedHours(link.hours, place);
  const time = (hour: number) =>
    dates.time(`2024-01-0${1 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, '0')}:00:00Z`, 'UTC');
  const span = `${dates.briefDay(place.date)} ${time(place.hour)} – ${time(place.hour + 1)}`;
  return (
    <button type="button" className={`${TEXT_LINK} mt-2 text-12`} onClick={() => draft.edit({ hours }, true)}>
      {t('why.openIt', { span })}
    </button>
  );
}
