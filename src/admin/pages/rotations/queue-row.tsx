import { useRotationRights } from '#rotations/screens/use-rights.ts';
import { useVia } from '#rotations/screens/use-via.ts';
import { evenShare } from '#rotations/screens/what-follows.ts';
import { useWhyNot } from '#rotations/screens/why-not.ts';
import type { QueueItem, WholeRotation } from '#rotations/screens/rotation-queries.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { Avatar } from '#ui/avatar.tsx';
import { classNames } from '#ui/class-names.ts';
import { useDates } from '#ui/dates.tsx';
import { AvailabilitySwitch } from './availability-switch.tsx';
import { BARS, DAYS } from './queue-table.tsx';
import { ShareBar } from './share-bar.tsx';

interface QueueRowProps {
  rotation: WholeRotation;
  item: QueueItem;
  place: number;
  /** What the whole width of a bar stands for. */
  most: number;
}

const CELL = 'px-2 py-2 first:ps-3 last:pe-3';

export function QueueRow({ rotation, item, place, most }: QueueRowProps) {
  const t = useRotationWords();
  const { manage } = useRotationRights();
  const { canHost, booked, available, weight } = item;
  const isNext = rotation.next?.memberId === item.memberId;
  return (
    <tr
      className={classNames(
        'border-b border-line last:border-b-0',
        isNext &&
          'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)] rtl:shadow-[inset_-2px_0_0_var(--accent)]',
      )}
    >
      <td className={`${CELL} tabular text-faint`}>{canHost.ok ? place : '–'}</td>
      <th scope="row" className={`${CELL} max-w-0 text-start font-normal`}>
        <Host item={item} />
      </th>
      <td className={`${CELL} ${BARS}`}>
        <ShareBar count={booked} even={evenShare(rotation.queue, weight)} most={most} paused={!canHost.ok} />
      </td>
      <td className={`${CELL} tabular text-end font-semibold`}>{booked}</td>
      <td className={`${CELL} ${DAYS} text-end whitespace-nowrap text-muted`}>
        <Last item={item} />
      </td>
      <td className={`${CELL} text-end`}>
        {manage ? (
          <AvailabilitySwitch rotation={rotation} item={item} />
        ) : (
          <span className="text-muted">{t(available ? 'queue.on' : 'queue.off')}</span>
        )}
      </td>
    </tr>
  );
}

function Host({ item }: { item: QueueItem }) {
  const t = useRotationWords();
  const via = useVia()(item);
  const whyNot = useWhyNot()(item);
  const { memberId, name, weight, available } = item;
  return (
    <span className="flex items-center gap-3">
      <span className="flex @max-[36rem]/queue:hidden">
        <Avatar id={memberId} name={name} size="m" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <bdi className="truncate font-medium" title={name}>
            {name}
          </bdi>
          {weight !== 1 && <span className="tabular shrink-0 text-12 text-faint">× {weight}</span>}
        </span>
        <bdi className="block truncate text-12 text-faint" title={via}>
          {via}
        </bdi>
        {whyNot && (
          <span className={`block text-12 wrap-anywhere ${available ? 'text-danger' : 'text-muted'}`}>
            {whyNot}
          </span>
        )}
        <span className="hidden truncate text-12 text-faint @max-[36rem]/queue:block">
          {t('queue.lastIs')} <Last item={item} />
        </span>
      </span>
    </span>
  );
}

function Last({ item: { lastScheduledAt } }: { item: QueueItem }) {
  const t = useRotationWords();
  const dates = useDates();
  if (lastScheduledAt === null) return t('queue.never');
  return <time dateTime={lastScheduledAt}>{dates.briefDay(dates.dateOf(lastScheduledAt))}</time>;
}
