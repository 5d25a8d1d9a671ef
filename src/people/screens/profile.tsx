import { useQueryClient } from '@tanstack/react-query';
import { Field } from '#ui/field.tsx';
import { SaveConflict } from '#ui/save-conflict.tsx';
import { SavedText } from '#ui/saved-text.tsx';
import { Select } from '#ui/select.tsx';
import { patching, useAutosave, type Autosave } from '#ui/use-autosave.ts';
import { ZoneField } from '#ui/zone-field.tsx';
import { LANGUAGES } from './languages.ts';
import { memberQuery, type MemberView } from './member-queries.ts';
import { meQuery, useMe } from './use-me.ts';
import { usePeopleWords } from './words.ts';

/** What everybody says about themselves: name, language, zone. */
export function Profile() {
  const t = usePeopleWords();
  const me = useMe();
  const autosave = useProfileSave(me.member);
  const { save, errors } = autosave;
  const names = {
    name: t('profile.name'),
    locale: t('profile.language'),
    timeZone: t('profile.zone'),
    meetingUrl: t('profile.room'),
  };
  return (
    <div className="grid gap-5">
      <SaveConflict autosave={autosave} names={names} />
      <SavedText
        label={t('profile.name')}
        hint={t('profile.nameHint')}
        value={me.member.name}
        error={errors.name}
        autoComplete="name"
        maxLength={120}
        onSave={(name) => save({ name })}
        required
      />
      <Field label={t('profile.email')} hint={t('profile.emailHint')} readOnly>
        <p className="py-1.5 wrap-anywhere">{me.member.email}</p>
      </Field>
      <Field label={t('profile.language')} error={errors.locale} hint={t('profile.languageHint')}>
        <Select items={LANGUAGES} value={me.member.locale} onChange={(locale) => void save({ locale })} />
      </Field>
      <Field label={t('profile.zone')} error={errors.timeZone} hint={t('profile.zoneHint')}>
        <ZoneField value={me.member.timeZone} onChange={(timeZone) => void save({ timeZone })} />
      </Field>
      <OwnRoom label={names.meetingUrl} autosave={autosave} />
    </div>
  );
}

/** Links that meet in the host's own room send visitors there. */
function OwnRoom({ label, autosave }: { label: string; autosave: Autosave<MemberView> }) {
  const t = usePeopleWords();
  const { member } = useMe();
  return (
    <SavedText
      label={label}
      hint={t('profile.roomHint')}
      value={member.meetingUrl ?? ''}
      error={autosave.errors.meetingUrl}
      maxLength={500}
      type="url"
      placeholder="https://"
      onSave={(text) => autosave.save({ meetingUrl: text || null })}
    />
  );
}

/** Words and dates of the whole app follow the language and the zone, so it opens anew. */
function useProfileSave(member: MemberView) {
  const queries = useQueryClient();
  return useAutosave<MemberView>({
    present: member,
    send: patching(`/api/members/${member.id}`),
    accept: (kept) => {
      queries.setQueryData(meQuery.queryKey, (me) => me && { ...me, member: kept });
      queries.setQueryData(memberQuery(member.id).queryKey, kept);
      void queries.invalidateQueries({ queryKey: ['members', 'list'] });
      if (kept.locale !== member.locale || kept.timeZone !== member.timeZone) window.location.reload();
    },
  });
}
