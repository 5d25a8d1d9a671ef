import { capital } from '#ui/capital.ts';
import { useDates } from '#ui/dates.tsx';
import type { Attention } from './home-queries.ts';
import { useHomeWords } from './words.ts';

export interface Told {
  title: string;
  detail: string;
}

type Of<Code extends Attention['code']> = Extract<Attention, { code: Code }>;
type Tellers = { [Code in Attention['code']]: (attention: Of<Code>) => Told };

/** What happened and what follows from it, in two sentences. */
export function useAttentionWords(): (attention: Attention) => Told {
  const tellers: Tellers = {
    ...useMeetingTellers(),
    ...usePeopleTellers(),
    ...useMachineTellers(),
  };
  return (attention) => (tellers[attention.code] as (one: Attention) => Told)(attention);
}

function useMeetingTellers(): Pick<Tellers, 'needs-host' | 'calendar-question'> {
  const t = useHomeWords();
  const dates = useDates();
  return {
    'needs-host': ({ booking: { start, title, visitor } }) => ({
      title: t('attention.needs-host.title', { when: dates.when(start) }),
      detail: t('attention.needs-host.detail', { title, name: visitor?.name ?? visitor?.email ?? '' }),
    }),
    'calendar-question': ({ booking: { start, title }, kind, calendarName }) => ({
      title:
        kind === 'moved'
          ? t('attention.calendar-question.moved', { title, calendar: calendarName })
          : t('attention.calendar-question.deleted', { title, calendar: calendarName }),
      detail: t('attention.calendar-question.detail', { when: dates.when(start) }),
    }),
  };
}

function usePeopleTellers(): Pick<Tellers, 'task-overdue' | 'holidays-end' | 'host-not-bookable'> {
  const t = useHomeWords();
  const dates = useDates();
  const listed = (links: { title: string }[]) =>
    new Intl.ListFormat(dates.reader.language).format(links.slice(0, 3).map(({ title }) => title));
  return {
    'task-overdue': ({ task: { title, dueAt, record } }) => ({
      title: t('attention.task-overdue.title', { task: title }),
      detail: t('attention.task-overdue.detail', {
        record: record.name ?? '',
        when: dates.when(dueAt ?? ''),
      }),
    }),
    'holidays-end': ({ name, links, lastBookableDay }) => ({
      title: t('attention.holidays-end.title', { name, count: links.length }),
      detail: t('attention.holidays-end.detail', {
        links: listed(links),
        until: dates.longDay(lastBookableDay),
      }),
    }),
    'host-not-bookable': ({ name, reasons, links }) => ({
      title: t('attention.host-not-bookable.title', { name }),
      detail: t('attention.host-not-bookable.detail', {
        why: capital(reasons.map((reason) => t(`why.${reason}`)).join(', ')),
        links: listed(links),
      }),
    }),
  };
}

function useMachineTellers(): Pick<Tellers, 'mails-failed' | 'jobs-dead' | 'mail-captured'> {
  const t = useHomeWords();
  return {
    'mails-failed': ({ count, error }) => ({
      title: t('attention.mails-failed.title', { count }),
      detail: error ?? t('attention.mails-failed.detail'),
    }),
    'jobs-dead': ({ count }) => ({
      title: t('attention.jobs-dead.title', { count }),
      detail: t('attention.jobs-dead.detail'),
    }),
    'mail-captured': () => ({
      title: t('attention.mail-captured.title'),
      detail: t('attention.mail-captured.detail'),
    }),
  };
}
