import { useState } from 'react';
import { Combobox } from '#ui/combobox.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { Field } from '#ui/field.tsx';
import { SaveConflict } from '#ui/save-conflict.tsx';
import { SavedText } from '#ui/saved-text.tsx';
import { Select } from '#ui/select.tsx';
import type { Autosave } from '#ui/use-autosave.ts';
import { useLanguage } from '#ui/words.tsx';
import { ZoneField } from '#ui/zone-field.tsx';
import { countriesIn } from '../countries.ts';
import { LANGUAGES } from './languages.ts';
import type { WorkspaceView } from './member-queries.ts';
import { StaleCalendars } from './stale-calendars.tsx';
import { useMe } from './use-me.ts';
import { usePeopleWords } from './words.ts';
import { useWorkspaceSave } from './workspace-save.ts';

type Saves = Autosave<WorkspaceView>;

/** What the workspace is called and where it lives; each field saves itself. */
export function WorkspaceForm() {
  const t = usePeopleWords();
  const { workspace } = useMe();
  const autosave = useWorkspaceSave();
  const { save, errors } = autosave;
  const names = {
    name: t('workspace.name'),
    slug: t('workspace.slug'),
    timeZone: t('workspace.zone'),
    locale: t('workspace.language'),
    country: t('workspace.country'),
    calendarStaleMinutes: t('workspace.stale'),
  };
  return (
    <div className="grid gap-5">
      <SaveConflict autosave={autosave} names={names} />
      <SavedText
        label={names.name}
        hint={t('workspace.nameHint')}
        value={workspace.name}
        error={errors.name}
        maxLength={120}
        onSave={(name) => save({ name })}
        required
      />
      <Slug autosave={autosave} />
      <Field label={names.timeZone} hint={t('workspace.zoneHint')} error={errors.timeZone}>
        <ZoneField value={workspace.timeZone} onChange={(timeZone) => void save({ timeZone })} />
      </Field>
      <Field label={names.locale} hint={t('workspace.languageHint')} error={errors.locale}>
        <Select items={LANGUAGES} value={workspace.locale} onChange={(locale) => void save({ locale })} />
      </Field>
      <Country autosave={autosave} />
      <StaleCalendars key={workspace.calendarStaleMinutes} autosave={autosave} />
    </div>
  );
}

interface Question {
  slug: string;
  answer: (isYes: boolean) => void;
}

/** Everything that was shared lies under this address, so changing it is asked about. */
function Slug({ autosave: { save, errors } }: { autosave: Saves }) {
  const t = usePeopleWords();
  const { workspace, publicUrl } = useMe();
  const [asked, setAsked] = useState<Question | null>(null);
  const settle = (isYes: boolean) => {
    asked?.answer(isYes);
    setAsked(null);
  };
  const ask = async (slug: string) =>
    (await new Promise<boolean>((answer) => setAsked({ slug, answer }))) && save({ slug });
  return (
    <>
      <SavedText
        label={t('workspace.slug')}
        hint={t('workspace.slugHint')}
        prefix={`${publicUrl.replace(/^https?:\/\//, '')}/`}
        value={workspace.slug}
        error={errors.slug}
        onSave={ask}
        required
      />
      <ConfirmDialog
        open={asked !== null}
        onClose={() => settle(false)}
        onConfirm={() => settle(true)}
        kind="danger"
        title={t('workspace.slugAsk', { slug: asked?.slug ?? '' })}
        action={t('workspace.slugChange')}
        keep={t('workspace.slugKeep')}
      >
        {t('workspace.slugFollows', { slug: workspace.slug })}
      </ConfirmDialog>
    </>
  );
}

function Country({ autosave: { save, errors } }: { autosave: Saves }) {
  const t = usePeopleWords();
  const { workspace } = useMe();
  const countries = countriesIn(useLanguage());
  return (
    <Field label={t('workspace.country')} hint={t('workspace.countryHint')} error={errors.country}>
      <Combobox
        items={countries}
        value={countries.find(({ value }) => value === workspace.country) ?? null}
        onChange={(next) => void save({ country: next?.value ?? null })}
      />
    </Field>
  );
}
