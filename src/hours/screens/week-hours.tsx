import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Field } from '#ui/field.tsx';
import { RequestProblem, requestVersioned } from '#ui/request.ts';
import { SaveConflict } from '#ui/save-conflict.tsx';
import { SettingsPart } from '#ui/settings-section.tsx';
import { useAutosave } from '#ui/use-autosave.ts';
import { ZoneField } from '#ui/zone-field.tsx';
import type { WrittenHours } from '../weekly-hours.ts';
import { hoursPath, hoursQuery, type HoursView } from './hours-queries.ts';
import { OverridesEditor, overridesMeet } from './overrides-editor.tsx';
import { overlapsOf } from './week-rows.ts';
import { WeeklyHoursEditor } from './weekly-hours-editor.tsx';
import { useHoursWords } from './words.ts';

export interface WeekHoursProps {
  memberId: string;
  hours: HoursView;
  readOnly: boolean;
}

/** A member's week, zone and other hours; saves itself, except while spans meet. */
export function WeekHours({ memberId, hours, readOnly }: WeekHoursProps) {
  const t = useHoursWords();
  const { draft, change, autosave } = useHoursDraft(memberId, hours);
  const names = { timeZone: t('hours.zone'), weekly: t('week.label'), overrides: t('hours.others') };
  return (
    <>
      <SaveConflict
        autosave={autosave}
        names={names}
        show={(name, value) => (name === 'timeZone' ? String(value) : t('hours.several'))}
      />
      <Field
        label={t('hours.zone')}
        hint={t('hours.zoneHint')}
        error={autosave.errors.timeZone}
        readOnly={readOnly}
        className="mb-4 max-w-84"
      >
        <ZoneField value={draft.timeZone} onChange={(timeZone) => change({ timeZone })} />
      </Field>
      <WeeklyHoursEditor value={draft.weekly} onChange={(weekly) => change({ weekly })} readOnly={readOnly} />
      <Refused text={autosave.errors.weekly} />
      <SettingsPart title={t('hours.others')} help={t('hours.othersHelp')}>
        <OverridesEditor
          value={draft.overrides}
          onChange={(overrides) => change({ overrides })}
          readOnly={readOnly}
        />
        <Refused text={autosave.errors.overrides} />
      </SettingsPart>
    </>
  );
}

function Refused({ text }: { text?: string }) {
  return text ? (
    <p role="alert" className="text-12 text-danger">
      {text}
    </p>
  ) : null;
}

/** What is on the screen runs ahead of what is saved only while it cannot be saved. */
function useHoursDraft(memberId: string, hours: HoursView) {
  const queries = useQueryClient();
  const [ahead, setAhead] = useState<Partial<WrittenHours>>({});
  const autosave = useAutosave<HoursView>({
    present: hours,
    send: (change, version, present) => putHours(memberId, { ...present, ...change }, version),
    accept: (kept) => queries.setQueryData(hoursQuery(memberId).queryKey, kept),
  });
  const draft = { ...autosave.draft, ...ahead };
  const change = (next: Partial<WrittenHours>) => {
    const all = { ...ahead, ...next };
    setAhead(all);
    const whole = { ...draft, ...next };
    if (overlapsOf(whole.weekly).length > 0 || overridesMeet(whole.overrides)) return;
    void autosave.save(all).then((isKept) => isKept && setAhead((now) => (now === all ? {} : now)));
  };
  return { draft, change, autosave };
}

async function putHours(memberId: string, hours: HoursView, version: number): Promise<HoursView> {
  const { timeZone, weekly, overrides } = hours;
  const path = hoursPath(memberId);
  try {
    return await requestVersioned<WrittenHours>('PUT', path, {
      body: { timeZone, weekly, overrides },
      version,
    });
  } catch (error) {
    // What stands comes with the refusal, but not its version: that is in the ETag of a reading.
    const isStale = error instanceof RequestProblem && error.status === 412;
    if (isStale) error.facts.present = await requestVersioned<WrittenHours>('GET', path);
    throw error;
  }
}
