import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useState } from 'react';
import { firstName } from '#bookings/screens/called.ts';
import type { QueueItem } from '#rotations/rotation-fields.ts';
import { useWhyNot } from '#rotations/screens/why-not.ts';
import { Person } from '#ui/avatar.tsx';
import { State } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { useDates } from '#ui/dates.tsx';
import type { Schedule } from './use-schedule.ts';
import { useScheduleWords } from './words.ts';

const AT_FIRST = 8;
const COLUMNS =
  'grid grid-cols-[1rem_minmax(0,1fr)_3rem_5.25rem] items-center gap-x-2.5 max-tablet:grid-cols-[1rem_minmax(0,1fr)_2.5rem_4.75rem] max-tablet:gap-x-2';

/** The queue in its order: any who can host may be taken, the others stand there with why not (R2, R5, R8). */
export function HostQueue({ state: { who, way } }: { state: Schedule }) {
  const t = useScheduleWords();
  const [isWhole, setWhole] = useState(false);
  const { queue, hostId, nextId } = who;
  if (queue.length === 0) return null;
  const shown = queue.filter(({ memberId }, at) => isWhole || at < AT_FIRST || memberId === hostId);
  const next = queue.find(({ memberId }) => memberId === nextId);
  return (
    <div>
      <Heads />
      <RadioGroup
        aria-label={t('queue.label')}
        value={hostId}
        onValueChange={(id) => way.host(id === nextId ? null : String(id))}
      >
        {shown.map((item) => (
          <Host key={item.memberId} item={item} />
        ))}
      </RadioGroup>
      {shown.length < queue.length && (
        <Button kind="quiet" className="mt-1" onClick={() => setWhole(true)}>
          {t('queue.all', { count: queue.length })}
        </Button>
      )}
      {next && !who.isOverride && who.others.length > 0 && (
        <p className="mt-2 text-12 text-faint">{t('queue.stays', { name: firstName(next.name) })}</p>
      )}
    </div>
  );
}

/** Above the columns; every row says it all by itself to who cannot see them. */
function Heads() {
  const t = useScheduleWords();
  return (
    <div aria-hidden className={classNames(COLUMNS, 'h-7 border-b border-line text-12 text-faint')}>
      <span />
      <span>{t('queue.host')}</span>
      <span className="text-end">{t('queue.count')}</span>
      <span className="text-end">{t('queue.last')}</span>
    </div>
  );
}

const RING =
  'grid size-4 shrink-0 place-items-center rounded-full border border-line-strong bg-bg focus-visible:rounded-full ' +
  'data-checked:border-[0.3125rem] data-checked:border-accent data-disabled:border-dashed data-disabled:border-line-mid ' +
  'forced-colors:data-checked:border-[Highlight]';

function Host({ item }: { item: QueueItem }) {
  const t = useScheduleWords();
  const whyNot = useWhyNot()(item);
  const { memberId, name, booked } = item;
  const last = useLast(item);
  const label = [name, t('queue.booked', { count: booked }), last.long, whyNot].filter(Boolean).join(', ');
  return (
    <label
      className={classNames(
        'block border-b border-line py-2 last:border-b-0 touch:py-3',
        whyNot ? 'text-faint' : 'cursor-pointer hover:bg-hover',
      )}
    >
      <span className={COLUMNS}>
        <Radio.Root value={memberId} disabled={whyNot !== null} aria-label={label} className={RING} />
        <Person id={memberId} name={name} muted={whyNot !== null} />
        <b className="tabular text-end font-semibold">{booked}</b>
        <span className="tabular text-end text-12 whitespace-nowrap text-muted">{last.short}</span>
      </span>
      {whyNot && (
        <span className="block ps-13 pt-0.5 text-12">
          <State shape={item.canHost.reason === 'switched-off' ? 'off' : 'broken'}>
            <span className="whitespace-normal">{whyNot}</span>
          </State>
        </span>
      )}
    </label>
  );
}

function useLast({ lastScheduledAt }: QueueItem): { short: string; long: string | null } {
  const t = useScheduleWords();
  const dates = useDates();
  if (lastScheduledAt === null) return { short: t('queue.never'), long: null };
  const day = dates.briefDay(dates.dateOf(lastScheduledAt));
  return { short: day, long: t('queue.lastOn', { day }) };
}
