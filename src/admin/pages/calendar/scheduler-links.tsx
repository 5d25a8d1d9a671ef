import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check, Copy, Settings, Share2 } from 'lucide-react';
import { IconButton } from '#ui/icon-button.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { linksQuery, type ListedLink } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { useMe } from '#people/screens/use-me.ts';
import { shortAddress, useCopy } from '../links/copy-address.tsx';
import { IconLink } from '../links/icon-link.tsx';
import { tallyWords } from '../links/times-tally.tsx';
import { useCalendarWords } from './words.ts';

interface SchedulerLinksProps {
  onShare: (link: ListedLink) => void;
}

/** One's own links that can be booked now: general availability first, then picked times that are left. */
export function SchedulerLinks({ onShare }: SchedulerLinksProps) {
  const t = useCalendarWords();
  const { member } = useMe();
  const { data, isError, isFetching, refetch } = useInfiniteQuery(
    linksQuery({ ownerId: member.id, state: 'on' }),
  );
  const links = data?.pages[0]?.items.filter(isOpen);
  if (isError)
    return <Problem title={t('scheduler.failed')} onRetry={() => void refetch()} retrying={isFetching} />;
  if (!links)
    return (
      <div className="px-4 py-2">
        <Skeleton row="text" rows={3} label={t('scheduler.loading')} />
      </div>
    );
  if (links.length === 0) return <p className="px-4 py-3 text-muted">{t('scheduler.none')}</p>;
  const isPicked = ({ kind }: ListedLink) => kind === 'specific-times';
  return (
    <div className="py-1.5">
      <Group
        title={t('scheduler.general')}
        links={links.filter((link) => !isPicked(link))}
        onShare={onShare}
      />
      <Group title={t('scheduler.times')} links={links.filter(isPicked)} onShare={onShare} />
    </div>
  );
}

/** Of picked times that are gone there is nothing to share. */
function isOpen({ tally }: ListedLink): boolean {
  return tally === null || tally.left > 0;
}

const MOST = 5;

/** The newest of each kind; all others are found under “Manage availability”. */
function Group({ title, links, onShare }: SchedulerLinksProps & { title: string; links: ListedLink[] }) {
  const t = useCalendarWords();
  if (links.length === 0) return null;
  const more = links.length - MOST;
  const shown = links[0]?.kind === 'specific-times' ? links.toReversed() : links;
  return (
    <section>
      <h3 className="px-4 pt-2 pb-1 text-12 font-semibold text-faint">{title}</h3>
      <ul>
        {shown.slice(0, MOST).map((link) => (
          <OneLink key={link.id} link={link} onShare={onShare} />
        ))}
      </ul>
      {more > 0 && <p className="px-4 py-1 text-12 text-faint">{t('scheduler.more', { count: more })}</p>}
    </section>
  );
}

function OneLink({ link, onShare }: SchedulerLinksProps & { link: ListedLink }) {
  const t = useCalendarWords();
  const words = useLinkWords();
  const { copy, isCopied } = useCopy(link.url);
  const { title } = link;
  return (
    <li className="flex items-center gap-0.5 py-1 ps-4 pe-2 hover:bg-side">
      <div className="min-w-0 flex-1">
        <bdi title={title} className="block truncate font-medium">
          {title}
        </bdi>
        <span className="block truncate text-12 text-faint">
          {link.tally ? tallyWords(words, link) : shortAddress(link)}
        </span>
      </div>
      {link.tally && (
        <IconLink
          icon={Settings}
          label={t('scheduler.change', { title })}
          render={<Link to="/links/$linkId" params={{ linkId: link.id }} hash="times" />}
        />
      )}
      <IconButton icon={isCopied ? Check : Copy} label={t('scheduler.copy', { title })} onClick={copy} />
      <IconButton icon={Share2} label={t('scheduler.share', { title })} onClick={() => onShare(link)} />
    </li>
  );
}
