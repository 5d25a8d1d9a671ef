import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Checkbox } from '#ui/checkbox.tsx';
import { Field } from '#ui/field.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { ZoneField } from '#ui/zone-field.tsx';
import { OverridesEditor } from '#hours/screens/overrides-editor.tsx';
import { WeeklyHoursEditor } from '#hours/screens/weekly-hours-editor.tsx';
import { USUAL_WEEK } from '#hours/weekly-hours.ts';
import type { LinkView } from '../link-queries.ts';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { holidayListsQuery } from './holiday-lists-query.ts';
import { Section, SettingRow } from './section.tsx';
import { ChoiceSetting } from './settings.tsx';

/** When the link is open at all: the hosts' own hours, or hours of its own in its own zone (A2). */
export function HoursSection() {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  const isFixed = link.kind === 'specific-times';
  const before = useRef<LinkView['hours']>(null);
  const choose = (whose: 'hosts' | 'link') => {
    if (whose === 'hosts') before.current = link.hours;
    edit(
      { hours: whose === 'hosts' ? null : (before.current ?? { weekly: USUAL_WEEK, overrides: [] }) },
      true,
    );
  };
  return (
    <Section
      name="hours"
      title={t(isFixed ? 'section.zone' : 'section.hours')}
      aside={!isFixed && <WhoseHours onChoose={choose} />}
    >
      {!isFixed && (
        <p className="-mt-2 mb-3 text-12 text-faint">
          {t(link.hours ? 'hours.linksHint' : 'hours.hostsHint')}
        </p>
      )}
      {!isFixed && link.hours && <OwnHours hours={link.hours} />}
      <SettingRow>
        <ZoneSetting />
        <HolidaySetting />
      </SettingRow>
    </Section>
  );
}

function WhoseHours({ onChoose }: { onChoose: (whose: 'hosts' | 'link') => void }) {
  const t = useLinkWords();
  const { link, readOnly } = useEditing();
  return (
    <Segmented
      label={t('hours.whose')}
      disabled={readOnly}
      items={[
        { value: 'hosts', label: t('hours.hosts') },
        { value: 'link', label: t('hours.links') },
      ]}
      value={link.hours ? 'link' : 'hosts'}
      onChange={onChoose}
    />
  );
}

function OwnHours({ hours }: { hours: NonNullable<LinkView['hours']> }) {
  const t = useLinkWords();
  const { link, edit, readOnly, errorOf } = useEditing();
  const error = errorOf('hours');
  return (
    <>
      <WeeklyHoursEditor
        value={hours.weekly}
        readOnly={readOnly}
        onChange={(weekly) => edit({ hours: { ...hours, weekly } })}
      />
      <h3 className="mt-4 mb-1 font-medium">{t('hours.dates')}</h3>
      <OverridesEditor
        value={hours.overrides}
        readOnly={readOnly}
        onChange={(overrides) => edit({ hours: { ...hours, overrides } }, true)}
      />
      {error && (
        <p role="alert" className="mt-1 text-12 text-danger">
          {error}
        </p>
      )}
      <Checkbox
        className="mt-2"
        checked={link.withinHostHours}
        readOnly={readOnly}
        onChange={(withinHostHours) => edit({ withinHostHours }, true)}
        hint={t('hours.withinHint')}
      >
        {t('hours.within')}
      </Checkbox>
    </>
  );
}

function ZoneSetting() {
  const t = useLinkWords();
  const { link, edit, readOnly, errorOf } = useEditing();
  return (
    <Field label={t('hours.zone')} hint={t('hours.zoneHint')} error={errorOf('timeZone')} readOnly={readOnly}>
      <ZoneField value={link.timeZone} onChange={(timeZone) => edit({ timeZone }, true)} />
    </Field>
  );
}

function HolidaySetting() {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  // Read when somebody comes near: most links have no list, and a screen should not ask for what it does not show.
  const [isNear, setNear] = useState(false);
  const { data: lists } = useQuery({
    ...holidayListsQuery(),
    enabled: isNear || link.holidayListId !== null,
  });
  const known = (lists ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const items = [{ value: 'none', label: t('hours.noHolidays') }, ...known];
  const chosen = link.holidayListId ?? 'none';
  if (!items.some(({ value }) => value === chosen)) items.push({ value: chosen, label: '…' });
  return (
    <div onFocus={() => setNear(true)} onPointerEnter={() => setNear(true)}>
      <ChoiceSetting
        path="holidayListId"
        label={t('hours.holidays')}
        hint={t('hours.holidaysHint')}
        items={items}
        value={chosen}
        onChange={(next) => edit({ holidayListId: next === 'none' ? null : next }, true)}
      />
    </div>
  );
}
