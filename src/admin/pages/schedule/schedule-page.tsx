import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { recordPage } from '#crm/timeline/screens/record-path.ts';
import { Button } from '#ui/button.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useTitle } from '#ui/title.ts';
import { useEscape } from '#ui/use-escape.ts';
import { useSize } from '#ui/use-size.ts';
import { RecordLoading } from '../record/record-loading.tsx';
import { NoSubject } from './no-subject.tsx';
import { ScheduleDesk } from './schedule-desk.tsx';
import { type Part, SchedulePhone } from './schedule-phone.tsx';
import type { ScheduleSearch } from './schedule-search.ts';
import { useSchedule } from './use-schedule.ts';
import { useScheduleSearch, useScheduleWay } from './use-schedule-way.ts';
import { type Subject, useSubject } from './use-subject.ts';
import { useScheduleWords } from './words.ts';

/** R3: a meeting with whoever a record is about: with whom, when, what is to be said, and booked. */
export function SchedulePage() {
  const { kind, id } = useScheduleSearch();
  if (!kind || !id) return <NoSubject />;
  return <OfRecord key={`${kind} ${id}`} kind={kind} id={id} />;
}

function OfRecord({ kind, id }: Required<Pick<ScheduleSearch, 'kind' | 'id'>>) {
  const { found, subject } = useSubject(kind, id);
  return subject ? <Scheduling subject={subject} /> : <RecordLoading found={found} />;
}

function Scheduling({ subject }: { subject: Subject }) {
  const t = useScheduleWords();
  const root = useRef<HTMLFormElement>(null);
  const { phone } = useSize();
  const [part, setPart] = useState<Part>('when');
  const state = useSchedule(subject, root);
  useTitle(`${t('title')} · ${subject.name}`);
  useEscape(() => state.way.back(subject));
  useShortcuts({ 'Ctrl+Enter': () => root.current?.requestSubmit() });
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <Bar subject={subject} />
      <form
        ref={root}
        noValidate
        aria-label={t('title')}
        className="flex min-h-0 flex-1 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          if (phone) setPart('what');
          state.submit();
        }}
      >
        {phone ? (
          <SchedulePhone state={state} part={part} onPart={setPart} />
        ) : (
          <ScheduleDesk state={state} />
        )}
      </form>
    </main>
  );
}

function Bar({ subject }: { subject: Subject }) {
  const t = useScheduleWords();
  const way = useScheduleWay();
  const { phone } = useSize();
  const { kind, name } = subject;
  return (
    <PageBar
      title={t('title')}
      crumb={
        !phone && (
          <Link to={recordPage(subject)} title={name} className="max-w-60 truncate hover:text-ink">
            <bdi>{name}</bdi>
          </Link>
        )
      }
      actions={
        <Button kind="quiet" shortcut={phone ? undefined : 'Esc'} onClick={() => way.back(subject)}>
          {t(phone ? 'backShort' : `back.${kind}`)}
        </Button>
      }
    />
  );
}
