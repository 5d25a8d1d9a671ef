import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FeedAddress } from '#people/screens/profile.tsx';
import { useMe } from '#people/screens/use-me.ts';
import { State } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Problem } from '#ui/problem.tsx';
import { request } from '#ui/request.ts';
import { SettingsPart, SettingsSection } from '#ui/settings-section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useSettingsWords } from './words.ts';

interface CalendarView {
  id: string;
  kind: string;
  name: string;
  health: { state: 'ok' | 'stale' | 'failing'; error: string | null };
}

/** Where meetings are written and busy time is read (K1): the built-in calendar, which is always there. */
export function CalendarsSection() {
  const t = useSettingsWords();
  const { member } = useMe();
  const calendars = useQuery({
    queryKey: ['calendars', member.id],
    queryFn: async ({ signal }) =>
      (await request<{ items: CalendarView[] }>('GET', `/api/members/${member.id}/calendars`, { signal }))
        .items,
  });
  return (
    <SettingsSection title={t('section.calendars')} help={t('calendars.help')}>
      {calendars.isPending && <Skeleton rows={2} row="text" />}
      {calendars.isError && (
        <Problem
          title={t('calendars.failed')}
          onRetry={() => void calendars.refetch()}
          retrying={calendars.isFetching}
        />
      )}
      {calendars.data?.map((calendar) => (
        <OneCalendar key={calendar.id} calendar={calendar} />
      ))}
      <SettingsPart title={t('calendars.elsewhere')} help={t('calendars.elsewhereHelp')}>
        <FeedAddress />
      </SettingsPart>
    </SettingsSection>
  );
}

function OneCalendar({ calendar }: { calendar: CalendarView }) {
  const t = useSettingsWords();
  const { state, error } = calendar.health;
  return (
    <Card
      title={<bdi>{calendar.name}</bdi>}
      aside={<State shape={state === 'ok' ? 'order' : 'broken'}>{error ?? t(`calendars.${state}`)}</State>}
    >
      <ul className="grid list-disc gap-1 ps-4 text-muted marker:text-faint">
        <li>{t('calendars.writes')}</li>
        <li>{t('calendars.checks')}</li>
        <li>{t('calendars.always')}</li>
      </ul>
      <div className="mt-3">
        <LinkButton render={<Link to="/calendar" />}>{t('calendars.open')}</LinkButton>
      </div>
    </Card>
  );
}
