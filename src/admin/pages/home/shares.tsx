import { Link } from '@tanstack/react-router';
import { FairBars } from '#ui/fair-bars.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import type { Home } from './home-queries.ts';
import { useHomeWords } from './words.ts';

type Given = NonNullable<Home['shares']>;

/** Who got how many of the busiest team link's meetings, against what would be fair. */
export function Shares({ shares }: { shares: Given }) {
  const t = useHomeWords();
  return (
    <section aria-labelledby="shares">
      <div className="mb-2 flex items-baseline justify-between gap-2">
        <h2 id="shares" className="min-w-0 truncate font-semibold" title={shares.link.title}>
          {t('shares.title', { title: shares.link.title })}
        </h2>
        <Link to={`/links/${shares.link.id}` as '/links'} className={`${TEXT_LINK} shrink-0`}>
          {t('shares.open')}
        </Link>
      </div>
      <FairBars
        label={t('shares.title', { title: shares.link.title })}
        shares={shares.hosts.map(({ memberId, name, count, fair, bookable }) => ({
          id: memberId,
          name,
          count,
          fair: Math.round(fair * 10) / 10,
          paused: !bookable.ok,
        }))}
      />
      <p className="mt-2 text-12 text-faint">
        {t('shares.fair')} {shares.rule in RULES && t(`shares.by.${shares.rule as keyof typeof RULES}`)}{' '}
        <Link to="/fairness" search={{ linkId: shares.link.id }} className={TEXT_LINK}>
          {t('shares.more')}
        </Link>
      </p>
    </section>
  );
}

const RULES = { 'fewest-booked': true, 'fewest-that-day': true, random: true, 'in-order': true };
