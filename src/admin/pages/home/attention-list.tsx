import { Link } from '@tanstack/react-router';
import {
  AlarmClock,
  CalendarSync,
  CalendarX2,
  Inbox,
  MailWarning,
  ServerCrash,
  UserX,
  type LucideIcon,
} from 'lucide-react';
import { useActivityWords } from '#crm/activities/screens/words.ts';
import { SectionHead } from '#ui/card.tsx';
import { classNames } from '#ui/class-names.ts';
import { TEXT_LINK } from '#ui/text-link.ts';
import { AttentionAct } from './attention-act.tsx';
import { useAttentionWords } from './attention-words.ts';
import { OverdueAct } from './overdue-act.tsx';
import type { Attention } from './home-queries.ts';
import { useHomeWords } from './words.ts';

const ICONS: Record<Attention['code'], LucideIcon> = {
  'needs-host': UserX,
  'calendar-question': CalendarSync,
  'task-overdue': AlarmClock,
  'mails-failed': MailWarning,
  'jobs-dead': ServerCrash,
  'mail-captured': Inbox,
  'holidays-end': CalendarX2,
  'host-not-bookable': UserX,
};

const BROKEN = new Set<Attention['code']>(['mails-failed', 'jobs-dead']);

/** What somebody must decide (amber) or mend (red), each with the one thing to do about it. */
export function AttentionList({ attention }: { attention: Attention[] }) {
  const t = useHomeWords();
  if (attention.length === 0) return null;
  return (
    <section>
      <SectionHead
        title={t('attention.title')}
        count={attention.length}
        aside={attention.some(({ code }) => code === 'task-overdue') && <AllTasks />}
      />
      <ul className="rounded-r border border-line">
        {attention.map((one) => (
          <AttentionRow key={keyOf(one)} attention={one} />
        ))}
      </ul>
    </section>
  );
}

function AllTasks() {
  const t = useActivityWords();
  return (
    <Link to="/tasks" className={TEXT_LINK}>
      {t('mine.all')}
    </Link>
  );
}

function AttentionRow({ attention }: { attention: Attention }) {
  const { title, detail } = useAttentionWords()(attention);
  const Icon = ICONS[attention.code];
  return (
    <li className="flex items-start gap-3 border-t border-line px-4 py-3 first:border-t-0 max-phone:flex-wrap">
      <Icon
        size={16}
        aria-hidden
        strokeWidth={1.75}
        className={classNames('mt-0.5 shrink-0', BROKEN.has(attention.code) ? 'text-danger' : 'text-wait')}
      />
      <div className="min-w-0 flex-1 wrap-anywhere">
        <h3 className="font-semibold">{title}</h3>
        <p className="text-muted">{detail}</p>
      </div>
      <span className="shrink-0 self-center max-phone:ms-7 max-phone:basis-full">
        {attention.code === 'task-overdue' ? (
          <OverdueAct task={attention.task} />
        ) : (
          <AttentionAct attention={attention} />
        )}
      </span>
    </li>
  );
}

function keyOf(one: Attention): string {
  if (one.code === 'needs-host' || one.code === 'calendar-question') return one.booking.id;
  if (one.code === 'task-overdue') return one.task.id;
  if (one.code === 'holidays-end') return one.holidayListId;
  return one.code === 'host-not-bookable' ? one.memberId : one.code;
}
