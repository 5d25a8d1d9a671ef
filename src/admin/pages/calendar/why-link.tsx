import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explanationQuery } from '#bookings/screens/explanation-query.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { useDates, useNow } from '#ui/dates.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import type { GridPick } from '#ui/week-grid.tsx';
import { explained } from '../links/explained.ts';
import { whyWords } from '../links/why-words.ts';
import { useCalendarWords } from './words.ts';

interface WhyLinkProps {
  link: { id: string; title: string };
  pick: GridPick;
  isOffered: boolean;
  timeZone: string;
}

/** One link that this person hosts: whether it offers the time; its reasons are asked for when they are wanted. */
export function WhyLink({ link, pick, isOffered, timeZone }: WhyLinkProps) {
  const t = useCalendarWords();
  const [isAsked, setAsked] = useState(false);
  return (
    <li className="min-w-0 text-12">
      <Link
        to="/links/$linkId"
        params={{ linkId: link.id }}
        className={`${TEXT_LINK} wrap-anywhere`}
        dir="auto"
      >
        {link.title}
      </Link>{' '}
      <span className="text-muted">{t(isOffered ? 'why.offers' : 'why.offersNot')}</span>{' '}
      {!isOffered && !isAsked && (
        <button
          type="button"
          className={TEXT_LINK}
          aria-label={t('why.askNamed', { link: link.title })}
          onClick={() => setAsked(true)}
        >
          {t('why.ask')}
        </button>
      )}
      {isAsked && <Answer link={link} pick={pick} timeZone={timeZone} />}
    </li>
  );
}

function Answer({ link, pick, timeZone }: Omit<WhyLinkProps, 'isOffered'>) {
  const t = useCalendarWords();
  const said = useLinkWords();
  const dates = useDates();
  const now = useNow();
  const { data, isError } = useQuery(explanationQuery(link.id, pick.start));
  if (isError) return <span role="alert">{t('why.failed')}</span>;
  if (!data) return <span aria-busy>…</span>;
  const { ofLink, hosts } = explained(data);
  const own = hosts.find(({ memberId }) => memberId === pick.personId)?.reasons ?? [];
  const words = [...ofLink, ...own].map((reason) => whyWords({ t: said, dates, timeZone, now }, reason));
  return <output>{words.length > 0 ? words.join('; ') : t('why.otherHosts')}</output>;
}
