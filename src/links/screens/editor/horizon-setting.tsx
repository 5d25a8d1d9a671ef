import { DateField } from '#ui/date-field.tsx';
import { useToday } from '#ui/dates.tsx';
import { Field } from '#ui/field.tsx';
import { plusDays } from '#ui/calendar-days.ts';
import type { LinkView } from '../link-queries.ts';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { ChoiceSetting, NumberSetting } from './settings.tsx';

const KINDS = ['rolling', 'dates', 'open'] as const;
type HorizonKind = (typeof KINDS)[number];

/** How far ahead one can book: days from today, dates, or the 24 months of a link without an end (A6). */
export function HorizonSetting() {
  const t = useLinkWords();
  const today = useToday();
  const { link, edit } = useEditing();
  const kind = kindOf(link.horizon);
  const choose = (next: HorizonKind) => {
    if (next === 'rolling') edit({ horizon: { rollingDays: 60 } }, true);
    else edit({ horizon: next === 'open' ? {} : { from: today, to: plusDays(today, 60) } }, true);
  };
  return (
    <div className="grid min-w-0 gap-2">
      <ChoiceSetting
        path="horizon"
        label={t('horizon.label')}
        items={KINDS.map((value) => ({ value, label: t(`horizon.${value}`) }))}
        value={kind}
        onChange={choose}
      />
      {'rollingDays' in link.horizon && (
        <NumberSetting
          path="horizon.rollingDays"
          label={t('horizon.days')}
          labelHidden
          value={link.horizon.rollingDays}
          onChange={(rollingDays) => rollingDays !== null && edit({ horizon: { rollingDays } })}
          unit={t('horizon.daysAhead')}
          min={1}
          max={730}
        />
      )}
      {kind === 'dates' && <Dates />}
    </div>
  );
}

function Dates() {
  const t = useLinkWords();
  const { link, edit, readOnly } = useEditing();
  const { from, to } = link.horizon as { from?: string | null; to?: string | null };
  return (
    <div className="grid grid-cols-2 gap-2">
      <Field label={t('horizon.from')} readOnly={readOnly}>
        <DateField value={from ?? null} onChange={(date) => edit({ horizon: { from: date, to } }, true)} />
      </Field>
      <Field label={t('horizon.to')} readOnly={readOnly}>
        <DateField
          value={to ?? null}
          min={from ?? undefined}
          placeholder={t('horizon.noEnd')}
          onChange={(date) => edit({ horizon: { from, to: date } }, true)}
        />
      </Field>
    </div>
  );
}

function kindOf(horizon: LinkView['horizon']): HorizonKind {
  if ('rollingDays' in horizon) return 'rolling';
  return horizon.from || horizon.to ? 'dates' : 'open';
}
