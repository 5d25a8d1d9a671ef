import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { HolidayListView } from '#hours/screens/hours-queries.ts';
import { memberQuery, type MemberView } from '#people/screens/member-queries.ts';
import { useMe } from '#people/screens/use-me.ts';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { patching, useAutosave } from '#ui/use-autosave.ts';
import { useSettingsWords } from './words.ts';

const NONE = 'none';

/** Which holidays close a member's days; an admin chooses. */
export function HolidayChoice({ member, lists }: { member: MemberView; lists: readonly HolidayListView[] }) {
  const t = useSettingsWords();
  const { isAdmin } = useMe();
  const queries = useQueryClient();
  const { save, errors } = useAutosave<MemberView>({
    present: member,
    send: patching(`/api/members/${member.id}`),
    accept: (kept) => {
      queries.setQueryData(memberQuery(member.id).queryKey, kept);
      void queries.invalidateQueries({ queryKey: ['members', 'list'] });
    },
  });
  const items = [
    { value: NONE, label: t('holidayChoice.none') },
    ...lists.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Field
      label={t('holidayChoice.label')}
      error={errors.holidayListId}
      readOnly={!isAdmin}
      hint={!isAdmin && t('holidayChoice.admin')}
      aside={
        <Link to="/settings/holidays" className={`${TEXT_LINK} text-12`}>
          {t('holidayChoice.lists')}
        </Link>
      }
    >
      <Select
        items={items}
        value={member.holidayListId ?? NONE}
        onChange={(id) => void save({ holidayListId: id === NONE ? null : id })}
      />
    </Field>
  );
}
