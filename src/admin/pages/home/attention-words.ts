import { useDates } from '#ui/dates.tsx';
import type { Attention } from './home-queries.ts';
import { useHomeWords } from './words.ts';

export interface Told {
  title: string;
  detail: string;
}

/** What happened and what follows from it, in two sentences. */
export function useAttentionWords(): (attention: Attention) => Told {
  const t = useHomeWords();
  const dates = useDates();
  const listed = (links: { title: string }[]) =>
    new Intl.ListFormat(dates.reader.language).format(links.slice(0, 3).map(({ title }) => title));
  return (attention) => {
    switch (attention.code) {
      case 'needs-host': {
        const { booking } = attention;
        const name = booking.visitor?.name ?? booking.visitor?.email ?? '';
        return {
          title: t('attention.needs-host.title', { when: dates.when(booking.start) }),
          detail: t('attention.needs-host.detail', { title: booking.title, name }),
        };
      }
      case 'holidays-end':
        return {
          title: t('attention.holidays-end.title', { name: attention.name, count: attention.links.length }),
          detail: t('attention.holidays-end.detail', {
            links: listed(attention.links),
            until: dates.longDay(attention.lastBookableDay),
          }),
        };
      case 'host-not-bookable':
        return {
          title: t('attention.host-not-bookable.title', { name: attention.name }),
          detail: t('attention.host-not-bookable.detail', {
            why: attention.reasons.map((reason) => t(`why.${reason}`)).join(', '),
            links: listed(attention.links),
          }),
        };
      case 'mails-failed':
        return {
          title: t('attention.mails-failed.title', { count: attention.count }),
          detail: attention.error ?? t('attention.mails-failed.detail'),
        };
      case 'jobs-dead':
        return {
          title: t('attention.jobs-dead.title', { count: attention.count }),
          detail: t('attention.jobs-dead.detail'),
        };
      case 'mail-captured':
        return { title: t('attention.mail-captured.title'), detail: t('attention.mail-captured.detail') };
    }
  };
}
