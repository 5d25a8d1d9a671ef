import { useQuery } from '@tanstack/react-query';
import { CalendarClock, Link2, Settings, X } from 'lucide-react';
import { linkQuery, type WholeLink } from '#links/screens/link-queries.ts';
import { zoneWords } from '#platform/messages/zones.ts';
import { useDates } from '#ui/dates.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import type { RichTextBlock, RichTextBlockProps } from '#ui/rich-text.tsx';
import { useEmailWords } from '../words.ts';
import { useOfferDesk } from './offer-desk.ts';
import { OFFER, TIMES } from './offer-html.ts';

/** An offer as it stands in the text while it is written: what the reader will see, with its gear and its cross. */
export const OFFER_BLOCKS: readonly RichTextBlock[] = [
  { mark: OFFER, attributes: [TIMES], View: OfferBlock },
];

const FRAME = 'my-1.5 max-w-140 rounded-r border bg-bg text-13 select-none';

function OfferBlock({ values, onRemove, selected }: RichTextBlockProps) {
  const t = useEmailWords();
  const linkId = values[OFFER]!;
  const starts = (values[TIMES] ?? '').split(',').filter(Boolean);
  const { data: link, isError } = useQuery({ ...linkQuery(linkId), retry: false });
  // One that is taken out and put back is on its way out of the trash: what was known of it stands.
  const isGone = isError && !link;
  const title = isGone ? t('offer.gone') : (link?.title ?? '…');
  return (
    <section
      aria-label={title}
      className={`${FRAME} ${selected ? 'border-accent ring-2 ring-accent-mid' : 'border-accent-line'}`}
    >
      <Head title={title} starts={starts} linkId={linkId} isGone={isGone} onRemove={onRemove} />
      {link && starts.length > 0 && <Days starts={starts} link={link} />}
      {link && (
        <p className="border-t border-line px-3.5 py-2 text-12 text-faint">
          {starts.length > 0 ? <Zone timeZone={link.timeZone} /> : t('offer.anyTime')}
        </p>
      )}
    </section>
  );
}

interface HeadProps {
  title: string;
  starts: readonly string[];
  linkId: string;
  isGone: boolean;
  onRemove: () => void;
}

function Head({ title, starts, linkId, isGone, onRemove }: HeadProps) {
  const t = useEmailWords();
  const { change } = useOfferDesk();
  const Icon = starts.length > 0 ? CalendarClock : Link2;
  return (
    <header className="flex min-h-10 items-center gap-2 ps-3.5 pe-1.5">
      <Icon aria-hidden className="size-4 shrink-0 text-faint" strokeWidth={1.75} />
      <b className={`min-w-0 flex-1 truncate font-semibold ${isGone ? 'text-danger' : ''}`} title={title}>
        <bdi>{title}</bdi>
        {starts.length > 0 && (
          <span className="font-normal text-muted"> · {t('offer.times', { count: starts.length })}</span>
        )}
      </b>
      {!isGone && <IconButton icon={Settings} label={t('offer.change')} onClick={() => change(linkId)} />}
      <IconButton icon={X} label={t('offer.remove')} onClick={onRemove} />
    </header>
  );
}

function Days({ starts, link: { timeZone } }: { starts: readonly string[]; link: WholeLink }) {
  const dates = useDates();
  const days = Map.groupBy(starts, (start) => dates.dateOf(start, timeZone));
  return [...days].map(([date, ofDay]) => (
    <div
      key={date}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-3.5 py-1.5"
    >
      <span className="min-w-36 font-medium">{dates.day(date)}</span>
      <span className="flex flex-wrap gap-1.5">
        {ofDay.map((start) => (
          <time
            key={start}
            dateTime={start}
            className="tabular rounded-s border border-accent-line px-2 py-0.5 font-semibold text-accent-text"
          >
            {dates.time(start, timeZone)}
          </time>
        ))}
      </span>
    </div>
  ));
}

function Zone({ timeZone }: { timeZone: string }) {
  const t = useEmailWords();
  const { reader } = useDates();
  const { language } = reader;
  return t('offer.zone', { zone: zoneWords(timeZone, language === 'en-US' ? 'en' : language).title });
}
