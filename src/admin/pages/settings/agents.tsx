import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { holidayListsQuery } from '#hours/screens/hours-queries.ts';
import { changeLink, type ListedLink } from '#links/screens/link-queries.ts';
import { useState } from 'react';
import { MembersPicker } from '#people/screens/member-picker.tsx';
import { useMe } from '#people/screens/use-me.ts';
import { useMemberName } from '#people/screens/who.tsx';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Note } from '#ui/note.tsx';
import { SaveConflict } from '#ui/save-conflict.tsx';
import { Select } from '#ui/select.tsx';
import { SettingsPart } from '#ui/settings-section.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useAutosave } from '#ui/use-autosave.ts';
import { allLinksQuery } from './all-links.ts';
import { HolidayWarnings } from './holiday-warnings.tsx';
import { useSettingsWords } from './words.ts';

const NONE = 'none';

/** Who takes the page's meetings, and what closes it: a change here is a change of the link (B8). */
export function Agents({ link }: { link: ListedLink }) {
  const t = useSettingsWords();
  const me = useMe();
  const autosave = useLinkSave(link);
  const { draft, save, errors } = autosave;
  const editable = me.may('manage-links') || link.ownerId === me.member.id;
  const isList = link.kind === 'round-robin' || link.kind === 'group';
  const name = useMemberName();
  const show = (_: keyof ListedLink, value: unknown) =>
    Array.isArray(value) ? value.map(name).join(', ') : String(value);
  return (
    <SettingsPart title={t('agents.title')} help={t(`agents.${link.rule}`)} aside={<ToLink link={link} />}>
      <SaveConflict
        autosave={autosave}
        names={{ hostIds: t('agents.list'), holidayListId: t('agents.holidays') }}
        show={show}
      />
      <div className="grid gap-5">
        <Field
          label={t('agents.list')}
          error={errors.hostIds}
          readOnly={!editable || !isList}
          hint={!isList && t('agents.elsewhere')}
        >
          <MembersPicker hosts value={draft.hostIds} onChange={(hostIds) => void save({ hostIds })} />
        </Field>
        <NotBookable link={link} />
        <PageHolidays
          link={link}
          readOnly={!editable}
          error={errors.holidayListId}
          onSave={(holidayListId) => void save({ holidayListId })}
        />
        <HolidayWarnings linkId={link.id} />
      </div>
    </SettingsPart>
  );
}

function ToLink({ link }: { link: ListedLink }) {
  const t = useSettingsWords();
  return (
    <Link to="/links/$linkId" params={{ linkId: link.id }} className={TEXT_LINK}>
      {t('agents.settings')}
    </Link>
  );
}

function NotBookable({ link }: { link: ListedLink }) {
  const t = useSettingsWords();
  const names = link.notBookable.map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <Note
      tone="wait"
      icon={TriangleAlert}
      title={t('agents.notBookable', { count: names.length, names: names.join(', ') })}
    >
      {t('agents.notBookableWhat')}
    </Note>
  );
}

interface PageHolidaysProps {
  link: ListedLink;
  readOnly: boolean;
  error?: string;
  onSave: (holidayListId: string | null) => void;
}

/** The lists are asked for once somebody wants another. */
function PageHolidays({ link, readOnly, error, onSave }: PageHolidaysProps) {
  const t = useSettingsWords();
  const [isOpen, setOpen] = useState(false);
  const lists = useQuery({ ...holidayListsQuery(), enabled: isOpen });
  const hasList = link.holidayListId !== null;
  if (!isOpen) {
    return (
      <Note
        tone={hasList ? 'plain' : 'wait'}
        title={t(hasList ? 'agents.hasHolidays' : 'agents.noHolidays')}
        action={!readOnly && <Button onClick={() => setOpen(true)}>{t('agents.chooseHolidays')}</Button>}
      >
        {t(hasList ? 'agents.holidaysHint' : 'agents.noHolidaysHint')}
      </Note>
    );
  }
  const items = [
    { value: NONE, label: t('holidayChoice.none') },
    ...(lists.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Field label={t('agents.holidays')} hint={t('agents.holidaysHint')} error={error}>
      <Select
        items={items}
        value={link.holidayListId ?? NONE}
        onChange={(id) => onSave(id === NONE ? null : id)}
      />
    </Field>
  );
}

function useLinkSave(link: ListedLink) {
  const queries = useQueryClient();
  return useAutosave<ListedLink>({
    present: link,
    send: async (change, version) => ({ ...link, ...(await changeLink(link.id, change, version)) }),
    accept: (kept) => {
      queries.setQueryData(allLinksQuery.queryKey, (links) =>
        links?.map((one) => (one.id === kept.id ? kept : one)),
      );
      void queries.invalidateQueries({ queryKey: ['links'] });
      void queries.invalidateQueries({ queryKey: ['home'] });
    },
  });
}
