import { Link } from '@tanstack/react-router';
import { ArrowRight, Check, Circle } from 'lucide-react';
import type { Home } from './home-queries.ts';
import { useHomeWords } from './words.ts';

type Step = Home['steps'][number];

/** Where each step is taken. */
const WHERE: Record<Step['code'], string> = {
  'appointment-page': '/settings/appointment-page',
  'holiday-list': '/settings/holidays',
  'member-hours': '/settings/hours',
  mail: '/settings/mail',
  calendars: '/settings/members',
  'own-calendar': '/settings/calendars',
  'first-booking': '/links',
  colleague: '/settings/members',
};

/** N5: what is still missing to take appointments. Goes away once everything is there. */
export function FirstSteps({ steps }: { steps: Step[] }) {
  const t = useHomeWords();
  const done = steps.filter((step) => step.done).length;
  if (done === steps.length) return null;
  return (
    <section aria-labelledby="first-steps">
      <div className="mb-2 flex items-baseline justify-between gap-2">
        <h2 id="first-steps" className="font-semibold">
          {t('steps.title')}
        </h2>
        <span className="tabular text-muted">{t('steps.count', { done, all: steps.length })}</span>
      </div>
      <meter min={0} max={steps.length} value={done} aria-labelledby="first-steps" className="steps-meter" />
      <ul className="mt-2">
        {[...steps]
          .sort((one, other) => Number(other.done) - Number(one.done))
          .map((step) => (
            <li key={step.code}>{step.done ? <Done {...step} /> : <ToDo {...step} />}</li>
          ))}
      </ul>
    </section>
  );
}

function Done({ code }: Step) {
  const t = useHomeWords();
  return (
    <span className="flex min-h-8 items-center gap-3 text-muted">
      <Check size={16} aria-hidden className="shrink-0 text-faint" />
      {t(`steps.${code}`)}
      <span className="sr-only">{t('steps.done')}</span>
    </span>
  );
}

function ToDo({ code, missing }: Step) {
  const t = useHomeWords();
  return (
    <Link
      to={WHERE[code] as '/'}
      className="-mx-2 flex min-h-8 items-center gap-3 rounded-s px-2 py-1 font-medium hover:bg-hover touch:min-h-11"
    >
      <Circle size={16} aria-hidden className="shrink-0 text-line-strong" />
      <span className="min-w-0 flex-1">
        {t(`steps.${code}`)}
        {missing !== undefined && missing > 0 && code === 'member-hours' && (
          <span className="block text-12 font-normal text-faint">
            {t('steps.without', { count: missing })}
          </span>
        )}
      </span>
      <ArrowRight size={16} aria-hidden className="shrink-0" />
    </Link>
  );
}
