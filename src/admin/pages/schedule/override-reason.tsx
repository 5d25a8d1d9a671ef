import { firstName } from '#bookings/screens/called.ts';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { useFaultOf } from './fault-of.ts';
import type { Schedule } from './use-schedule.ts';
import { useScheduleWords } from './words.ts';

const USUAL = ['full', 'knows', 'asked', 'language'] as const;

/** R5: somebody else is taken. Why may be said; who was skipped stays first in line. */
export function OverrideReason({ state }: { state: Schedule }) {
  const t = useScheduleWords();
  const fault = useFaultOf(state);
  const { who, draft, change } = state;
  if (!who.isOverride) return null;
  const nameOf = (id: string | null) =>
    firstName(who.queue.find(({ memberId }) => memberId === id)?.name ?? '');
  const names = { next: nameOf(who.nextId), host: nameOf(who.hostId) };
  return (
    <div className="grid gap-2">
      <output className="block wrap-anywhere text-muted">{t('override.stays', names)}</output>
      <Field label={t('override.reason', names)} hint={t('override.optional')} error={fault('reason')}>
        <Input value={draft.reason} onChange={(reason) => change({ reason })} maxLength={500} />
      </Field>
      <ul aria-label={t('override.suggestions')} className="flex flex-wrap gap-1.5">
        {USUAL.map((which) => {
          const words = t(`override.${which}`, names);
          return (
            <li key={which}>
              <button
                type="button"
                aria-pressed={draft.reason === words}
                onClick={() => change({ reason: draft.reason === words ? '' : words })}
                className="min-h-6 rounded-full border border-line-mid px-2.5 text-12 font-medium text-muted hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-text touch:min-h-(--touch) touch:px-4"
              >
                {words}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
