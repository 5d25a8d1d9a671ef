import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { Avatar } from '#ui/avatar.tsx';
import { useDates } from '#ui/dates.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import type { CompanySummary } from './summary-query.ts';

/** What is next and who belongs to it. */
export function CompanyAside({ summary }: { summary: CompanySummary | undefined }) {
  const t = useCompanyWords();
  return (
    <aside
      aria-label={t('related')}
      className="scroll-pane grid min-h-0 content-start gap-6 border-s border-line px-5 py-4"
    >
      {summary?.nextMeeting && <NextMeeting meeting={summary.nextMeeting} />}
      {summary && summary.people.length > 0 && <People people={summary.people} />}
      {summary && summary.tasks.length > 0 && <ToDo tasks={summary.tasks} />}
      {summary && !summary.nextMeeting && <p className="text-faint">{t('next.none')}</p>}
    </aside>
  );
}

export function NextMeeting({ meeting }: { meeting: NonNullable<CompanySummary['nextMeeting']> }) {
  const t = useCompanyWords();
  const dates = useDates();
  const { id, title, start, end } = meeting;
  return (
    <section
      aria-label={t('next.title')}
      className="mb-4 rounded-r border border-accent-mid bg-accent-soft px-4 py-3"
    >
      <h2 className="font-medium text-accent-text">{t('next.title')}</h2>
      <p className="tabular font-semibold">
        {dates.briefDay(dates.dateOf(start))}, {dates.range(start, end)}
      </p>
      <bdi className="block wrap-anywhere text-muted">{title}</bdi>
      <LinkButton className="mt-2" render={<Link to="/bookings" search={{ open: id }} />}>
        {t('open')}
      </LinkButton>
    </section>
  );
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-2 font-semibold">{title}</h2>
      <ul className="grid gap-2">{children}</ul>
    </section>
  );
}

function People({ people }: Pick<CompanySummary, 'people'>) {
  const t = useCompanyWords();
  return (
    <Block title={t('people.title')}>
      {people.map(({ id, name, jobTitle, email }) => (
        <li key={id} className="flex min-w-0 items-center gap-3">
          <Avatar id={id} name={name} size="m" />
          <span className="min-w-0">
            <Link
              to="/contacts/$contactId"
              params={{ contactId: id }}
              title={name}
              className="block truncate font-medium hover:underline"
            >
              <bdi>{name}</bdi>
            </Link>
            <bdi className="block truncate text-muted">{jobTitle ?? email}</bdi>
          </span>
        </li>
      ))}
    </Block>
  );
}

function ToDo({ tasks }: Pick<CompanySummary, 'tasks'>) {
  const t = useCompanyWords();
  const dates = useDates();
  return (
    <Block title={t('tasks.title')}>
      {tasks.map(({ id, title, dueAt }) => (
        <li key={id} className="min-w-0">
          <bdi className="block wrap-anywhere">{title}</bdi>
          {dueAt && (
            <time dateTime={dueAt} className="text-12 text-muted">
              {dates.briefDay(dates.dateOf(dueAt))}, {dates.time(dueAt)}
            </time>
          )}
        </li>
      ))}
    </Block>
  );
}
