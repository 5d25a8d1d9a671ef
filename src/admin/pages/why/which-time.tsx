import { getRouteApi } from '@tanstack/react-router';
import type { WholeLink } from '#links/screens/link-queries.ts';
import { cityOf } from '#platform/messages/zones.ts';
import { DateField } from '#ui/date-field.tsx';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { TimeField } from '#ui/time-field.tsx';
import { useLanguage } from '#ui/words.tsx';
import type { WhySearch } from './why-search.ts';
import { useWhyWords } from './words.ts';

const here = getRouteApi('/why');

interface WhichTimeProps {
  link: WholeLink;
  date: string;
  time: string;
  minutes: number | undefined;
}

/** Day and time by the link's clock, and how long where there is a choice. */
export function WhichTime({ link, date, time, minutes }: WhichTimeProps) {
  const t = useWhyWords();
  const language = useLanguage();
  const go = here.useNavigate();
  const ask = (changed: WhySearch) =>
    void go({ search: (before) => ({ ...before, ...changed }), replace: true });
  const lengths = link.durationsMinutes.map((count) => ({
    value: String(count),
    label: t('minutes', { count }),
  }));
  return (
    <div>
      <div className="flex flex-wrap gap-3">
        <Field label={t('day')} className="w-40">
          <DateField value={date} onChange={(chosen) => chosen && ask({ date: chosen })} />
        </Field>
        <Field label={t('time')} className="w-28">
          <TimeField value={time} onChange={(chosen) => chosen && ask({ time: chosen })} />
        </Field>
        {lengths.length > 1 && link.kind !== 'specific-times' && (
          <Field label={t('length')} className="w-28">
            <Select
              items={lengths}
              value={String(minutes)}
              onChange={(chosen) => ask({ minutes: Number(chosen) })}
            />
          </Field>
        )}
      </div>
      <p className="mt-1.5 text-12 text-faint">{t('zone', { city: cityOf(link.timeZone, language) })}</p>
    </div>
  );
}
