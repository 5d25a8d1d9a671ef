import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { CalendarPlus, Plus } from 'lucide-react';
import { ListKeepers } from '#hours/screens/holiday-list-card.tsx';
import { HolidayLists } from '#hours/screens/holiday-lists.tsx';
import { holidayListsQuery } from '#hours/screens/hours-queries.ts';
import { ImportHolidays } from '#hours/screens/import-holidays-dialog.tsx';
import { membersQuery } from '#people/screens/member-queries.ts';
import { useMe } from '#people/screens/use-me.ts';
import { Button } from '#ui/button.tsx';
import { request } from '#ui/request.ts';
import { SettingsSection } from '#ui/settings-section.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useToast } from '#ui/toast.tsx';
import { allLinksQuery } from './all-links.ts';
import { HolidayWarnings, useEndingLists } from './holiday-warnings.tsx';
import { useSettingsWords } from './words.ts';

const route = getRouteApi('/settings/holidays');

/** Lists of days on which nobody is booked: brought in by country, edited by hand. */
export function HolidaysSection() {
  const t = useSettingsWords();
  const editable = useMe().may('manage-settings');
  const go = useNavigate();
  const { extend } = route.useSearch();
  const show = (list?: string) => void go({ to: '/settings/holidays', search: list ? { extend: list } : {} });
  const bring = () => show(NEW);
  useShortcuts(editable ? { c: bring } : {});
  return (
    <SettingsSection
      title={t('section.holidays')}
      help={t('holidays.help')}
      action={editable && <Actions onImport={bring} />}
    >
      <HolidayLists
        editable={editable}
        onImport={bring}
        keepers={(listId) => <Keepers listId={listId} />}
        warnings={(list) => <HolidayWarnings listId={list.id} />}
      />
      {extend && editable && <Import listId={extend === NEW ? null : extend} onClose={() => show()} />}
    </SettingsSection>
  );
}

const NEW = 'new';

function Actions({ onImport }: { onImport: () => void }) {
  const t = useSettingsWords();
  const toast = useToast();
  const queries = useQueryClient();
  const make = async () => {
    try {
      await request('POST', '/api/holiday-lists', { body: { name: t('holidays.newName'), days: [] } });
      await queries.invalidateQueries({ queryKey: holidayListsQuery().queryKey });
    } catch {
      toast.failed(t('failed'), () => void make());
    }
  };
  return (
    <span className="flex flex-wrap gap-2">
      <Button icon={Plus} onClick={() => void make()}>
        {t('holidays.make')}
      </Button>
      <Button kind="primary" icon={CalendarPlus} shortcut="C" onClick={onImport}>
        {t('holidays.import')}
      </Button>
    </span>
  );
}

function Import({ listId, onClose }: { listId: string | null; onClose: () => void }) {
  const { workspace } = useMe();
  const ending = useEndingLists().find(({ holidayListId }) => holidayListId === listId);
  const into = listId === null ? undefined : { listId, years: ending?.missingYears ?? [] };
  // What it begins with is known only once the warnings are there.
  return (
    <ImportHolidays
      key={ending ? 'known' : 'plain'}
      onClose={onClose}
      country={workspace.country}
      into={into}
    />
  );
}

/** Members and links that keep a list, by name. */
function Keepers({ listId }: { listId: string }) {
  const members = useQuery(membersQuery());
  const links = useQuery(allLinksQuery);
  if (!members.data || !links.data) return null;
  const keeps = (one: { holidayListId: string | null }) => one.holidayListId === listId;
  const names = [
    ...members.data.filter(keeps).map(({ name }) => name),
    ...links.data.filter(keeps).map(({ title }) => `“${title}”`),
  ];
  return <ListKeepers names={names} />;
}
