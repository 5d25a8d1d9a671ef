import { evenShare } from '#rotations/screens/what-follows.ts';
import type { WholeRotation } from '#rotations/screens/rotation-queries.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { useLanguage } from '#ui/words.tsx';
import { QueueRow } from './queue-row.tsx';

const HEAD = 'h-8 px-2 text-12 whitespace-nowrap font-medium text-faint first:ps-3 last:pe-3';
/** What does not fit goes: first the bars, then the days, which then stand under the name. */
export const BARS = '@max-[46rem]/queue:hidden';
export const DAYS = '@max-[36rem]/queue:hidden';
/** Read aloud all the same: what stands under these heads speaks for itself. */
const NARROW_HIDDEN = '@max-[36rem]/queue:sr-only';

export function QueueTable({ rotation }: { rotation: WholeRotation }) {
  const { queue } = rotation;
  const most = Math.max(1, ...queue.flatMap((one) => [one.booked, evenShare(queue, one.weight)])) * 1.25;
  return (
    <table aria-labelledby="queue" className="w-full border-collapse">
      <Head rotation={rotation} />
      <tbody>
        {queue.map((item, index) => (
          <QueueRow key={item.memberId} rotation={rotation} item={item} place={index + 1} most={most} />
        ))}
      </tbody>
    </table>
  );
}

function Head({ rotation: { queue } }: { rotation: WholeRotation }) {
  const t = useRotationWords();
  const language = useLanguage();
  const weights = new Set(queue.map(({ weight }) => weight));
  const even = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const [weight = 1] = weights;
  const mark =
    weights.size > 1 ? t('queue.markWeights') : t('queue.mark', { n: even.format(evenShare(queue, weight)) });
  return (
    <thead className="border-b border-line">
      <tr>
        <th scope="col" className={`${HEAD} w-10 text-start @max-[36rem]/queue:w-7`}>
          <span className="sr-only">{t('queue.place')}</span>
        </th>
        <th scope="col" className={`${HEAD} text-start`}>
          {t('queue.host')}
        </th>
        <th scope="col" className={`${HEAD} ${BARS} w-56 text-start`}>
          {t('queue.share')} <span className="font-normal">({mark})</span>
        </th>
        <th scope="col" className={`${HEAD} w-24 text-end @max-[36rem]/queue:w-10`}>
          <span className={NARROW_HIDDEN}>{t('queue.booked')}</span>
        </th>
        <th scope="col" className={`${HEAD} ${DAYS} w-36 text-end`}>
          {t('queue.last')}
        </th>
        <th scope="col" className={`${HEAD} w-24 text-end @max-[36rem]/queue:w-14`}>
          <span className={NARROW_HIDDEN}>{t('queue.available')}</span>
        </th>
      </tr>
    </thead>
  );
}
