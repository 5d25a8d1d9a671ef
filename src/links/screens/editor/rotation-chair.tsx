import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RefreshCw } from 'lucide-react';
import { Person } from '#ui/avatar.tsx';
import { State } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { rotationQuery, type QueueItem } from '#rotations/screens/rotation-queries.ts';
import { useRotationRights } from '#rotations/screens/use-rights.ts';
import { useWhyNot } from '#rotations/screens/why-not.ts';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { Part } from './host-weight.tsx';

interface RotationChairProps {
  rotationId: string;
  /** Its members stay as the hosts. */
  onLeave: () => void;
}

/** R10: who, how often and by which rule comes from the rotation; it is looked at here and changed there. */
export function RotationChair({ rotationId, onLeave }: RotationChairProps) {
  const t = useLinkWords();
  const { readOnly } = useEditing();
  const { see } = useRotationRights();
  const { data, isError, refetch } = useQuery({ ...rotationQuery(rotationId), enabled: see });
  return (
    <div className="min-w-0">
      <div className="mb-2 flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1">
        <RefreshCw aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.75} />
        {data && (
          <Link
            to="/rotations/$rotationId"
            params={{ rotationId }}
            className={`${TEXT_LINK} min-w-0 truncate font-medium`}
          >
            <bdi title={data.name}>{data.name}</bdi>
          </Link>
        )}
        {!see && <span className="font-medium">{t('rotation.some')}</span>}
        {!readOnly && (
          <Button className="ms-auto" onClick={onLeave}>
            {t('rotation.leave')}
          </Button>
        )}
      </div>
      {isError && <Problem title={t('rotation.failed')} onRetry={() => void refetch()} />}
      {see && !data && !isError && <Skeleton row="text" rows={3} />}
      {data ? <Queue queue={data.queue} /> : !see && <KnownHosts />}
      <p className="mt-2 text-12 text-faint">{t('rotation.what')}</p>
    </div>
  );
}

function Queue({ queue }: { queue: readonly QueueItem[] }) {
  const t = useLinkWords();
  const whyNot = useWhyNot();
  if (queue.length === 0) return <p className="text-muted">{t('rotation.empty')}</p>;
  return (
    <ul className="min-w-0 rounded-r border border-line">
      {queue.map((item) => {
        const why = whyNot(item);
        return (
          <li
            key={item.memberId}
            className="flex min-h-10 min-w-0 items-center gap-x-3 border-t border-line px-3 first:border-t-0"
          >
            <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 py-1">
              <span className="w-32 min-w-0 flex-auto">
                <Person id={item.memberId} name={item.name} />
              </span>
              <span className="w-28 min-w-0 flex-auto">
                {why ? <State shape="off">{why}</State> : <State shape="order">{t('hosts.bookable')}</State>}
              </span>
            </div>
            <span className="tabular shrink-0 text-12 text-faint">
              {t('rotation.weight', { count: item.weight })}
            </span>
            <Part part={why ? undefined : item.share} />
          </li>
        );
      })}
    </ul>
  );
}

/** Whoever may not look at rotations still sees who may be booked through this one. */
function KnownHosts() {
  const { link, hostOf } = useEditing();
  const ids = [...new Set(link.chairs.flatMap(({ candidateIds }) => candidateIds))];
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {ids.map((id) => (
        <li key={id} className="min-w-0">
          <Person id={id} name={hostOf(id)?.name ?? ''} />
        </li>
      ))}
    </ul>
  );
}
