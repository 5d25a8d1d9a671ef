import type { WholeRotation } from '#rotations/screens/rotation-queries.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { useDates } from '#ui/dates.tsx';
import { QueueTable } from './queue-table.tsx';

/** R2, R4: everybody who is in it, in the order in which they would be proposed. */
export function Queue({ rotation }: { rotation: WholeRotation }) {
  const t = useRotationWords();
  const { queue } = rotation;
  if (queue.length === 0) return null;
  const able = queue.filter(({ canHost }) => canHost.ok).length;
  return (
    <section aria-labelledby="queue" className="@container/queue mt-7">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <h2 id="queue" className="font-semibold">
          {t('queue.title')}
        </h2>
        <span className="text-faint">
          {t('queue.people', { count: queue.length })}, {t('queue.able', { count: able })}
        </span>
        <Since rotation={rotation} />
      </div>
      <QueueTable rotation={rotation} />
    </section>
  );
}

/** R7: since when meetings count, and who joined then. */
function Since({ rotation: { countingFrom, countingBecause } }: { rotation: WholeRotation }) {
  const t = useRotationWords();
  const dates = useDates();
  const day = dates.day(dates.dateOf(countingFrom));
  return (
    <span className="ms-auto min-w-0 text-12 wrap-anywhere text-faint @max-[36rem]/queue:ms-0 @max-[36rem]/queue:basis-full">
      {countingBecause
        ? t('queue.sinceJoined', { day, name: countingBecause.name })
        : t('queue.since', { day })}
    </span>
  );
}
