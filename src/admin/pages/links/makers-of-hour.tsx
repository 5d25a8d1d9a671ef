import { shortagesOf } from '#engine/shortage.ts';
import { useDates } from '#ui/dates.tsx';
import type { HeatPlace } from '#ui/heat-strip.tsx';
import { useLanguage } from '#ui/words.tsx';
import type { LinkHost, WholeLink } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import type { HourOfWeek } from './hours-of-week.ts';

const MOST_NAMES = 6;

/** Who makes an hour what it is, in words: who is free, and which chairs stay empty beside them. */
export function useMakers(
  link: WholeLink,
  hosts: readonly LinkHost[],
): (hour: HourOfWeek | undefined) => string {
  const t = useLinkWords();
  const language = useLanguage();
  const list = new Intl.ListFormat(language);
  const nameOf = (id: string) => hosts.find(({ memberId }) => memberId === id)?.name ?? t('hosts.gone');
  const names = (ids: readonly string[]) => {
    const shown = ids.slice(0, ids.length > MOST_NAMES ? MOST_NAMES - 1 : MOST_NAMES).map(nameOf);
    const more = ids.length - shown.length;
    return list.format(more > 0 ? [...shown, t('open.more', { count: more })] : shown);
  };
  const missing = (free: ReadonlySet<string>): string => {
    const chairs = link.chairs.map(({ candidateIds }) => candidateIds);
    const short = shortagesOf(chairs, (id) => free.has(id));
    const empty = short.flatMap((one) => (one.hosts.length === 0 ? one.chairs : []));
    const shared = short.flatMap((one) => (one.hosts.length === 0 ? [] : one.chairs));
    if (link.kind !== 'panel')
      return empty.length > 0
        ? t('open.missing', { names: names(empty.map((place) => chairs[place]![0]!)) })
        : '';
    const numbers = (places: readonly number[]) => list.format(places.map((place) => String(place + 1)));
    return [
      empty.length > 0 && t('open.empty', { count: empty.length, chairs: numbers(empty) }),
      shared.length > 0 && t('open.tooFew', { chairs: numbers(shared) }),
    ]
      .filter(Boolean)
      .join(' ');
  };
  return (hour) => {
    if (!hour) return '';
    if (hour.free.size > 0) return t('open.free', { names: names([...hour.free]) });
    return `${t('open.free', { names: names(hour.partly) })} ${missing(new Set(hour.partly))}`;
  };
}

interface MakersProps {
  /** What is looked at; nothing: what the strip is for. */
  place: HeatPlace | null;
  hour: HourOfWeek | undefined | null;
  makersOf: (hour: HourOfWeek | undefined) => string;
  isAsked: boolean;
}

/** Under the strip, where it covers nothing; as high as its longest text usually is, so that nothing jumps. */
export function Makers({ place, hour, makersOf, isAsked }: MakersProps) {
  const t = useLinkWords();
  const dates = useDates();
  const words = 'mt-1.5 min-h-[3lh] text-12 wrap-anywhere';
  if (!place) return <p className={`${words} text-faint`}>{t(isAsked ? 'open.figure' : 'open.ask')}</p>;
  const time = dates.time(`2024-01-01T${place.column}:00:00Z`, 'UTC');
  return (
    // The cell's own name says the same to those who hear it.
    <p aria-hidden className={`${words} text-muted`}>
      <span className="font-medium text-ink">
        {dates.briefDay(place.row)} {time}
      </span>
      {' · '}
      {makersOf(hour ?? undefined) || t('open.closed')}
    </p>
  );
}
