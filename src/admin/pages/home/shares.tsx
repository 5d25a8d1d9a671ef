import { Link } from '@tanstack/react-router';
import { Avatar } from '#ui/avatar.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import type { Home } from './home-queries.ts';
import { useHomeWords } from './words.ts';

type Given = NonNullable<Home['shares']>;

/** Who got how many of the busiest team link's meetings, against what would be fair. */
export function Shares({ shares }: { shares: Given }) {
  const t = useHomeWords();
  const most = Math.max(1, ...shares.hosts.flatMap(({ count, fair }) => [count, fair]));
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
      <ul className="grid gap-2">
        {shares.hosts.map((host) => (
          <Bar key={host.memberId} {...host} most={most} />
        ))}
      </ul>
      <p className="mt-2 text-12 text-faint">
        {t('shares.fair')} {shares.rule in RULES && t(`shares.by.${shares.rule as keyof typeof RULES}`)}
      </p>
    </section>
  );
}

const RULES = { 'fewest-booked': true, 'fewest-that-day': true, random: true, 'in-order': true };

function Bar({ memberId, name, count, fair, bookable, most }: Given['hosts'][number] & { most: number }) {
  const t = useHomeWords();
  const share = (value: number) => `${(100 * value) / most}%`;
  return (
    <li className="grid grid-cols-[8.5rem_minmax(0,1fr)_1.5rem] items-center gap-3">
      <span className="sr-only">{t('shares.count', { name, count, fair: Math.round(fair * 10) / 10 })}</span>
      <span aria-hidden className="flex min-w-0 items-center gap-2">
        <Avatar id={memberId} name={name} />
        <bdi className="truncate" title={name}>
          {name}
        </bdi>
      </span>
      <span aria-hidden className="relative h-3 rounded-xs bg-hover">
        <span
          className={
            bookable.ok
              ? 'absolute inset-y-0 left-0 rounded-xs bg-accent'
              : 'bar-off absolute inset-y-0 left-0 rounded-xs'
          }
          style={{ width: share(count) }}
        />
        <span className="absolute -inset-y-1 w-0.5 rounded-full bg-ink" style={{ left: share(fair) }} />
      </span>
      <span aria-hidden className="tabular text-end font-semibold">
        {count}
      </span>
    </li>
  );
}
