import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Absences } from '#hours/screens/absences.tsx';
import { hoursQuery } from '#hours/screens/hours-queries.ts';
import { WeekHours } from '#hours/screens/week-hours.tsx';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { memberQuery } from '#people/screens/member-queries.ts';
import { useMe } from '#people/screens/use-me.ts';
import { Problem } from '#ui/problem.tsx';
import { SettingsSection } from '#ui/settings-section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { AbsenceNote } from './absence-note.tsx';
import { HoursResult } from './hours-result.tsx';
import { useSettingsWords } from './words.ts';

const route = getRouteApi('/settings/hours');

/** When one can be booked: week, other hours, absences, holidays, and the month that results. Admins: anybody's. */
export function HoursSection() {
  const me = useMe();
  const { member = me.member.id } = route.useSearch();
  return <HoursOf key={member} memberId={member} />;
}

function HoursOf({ memberId }: { memberId: string }) {
  const t = useSettingsWords();
  const me = useMe();
  const hours = useQuery(hoursQuery(memberId));
  const member = useQuery(memberQuery(memberId));
  const own = memberId === me.member.id;
  const readOnly = !own && !me.isAdmin;
  const name = member.data?.name ?? '';
  return (
    <SettingsSection
      wide
      title={own ? t('hours.yours') : t('hours.of', { name })}
      help={<HoursHelp />}
      action={me.isAdmin && <WhoseHours memberId={memberId} />}
      beside={hours.data && member.data && <HoursResult member={member.data} hours={hours.data} />}
    >
      {hours.isPending && <Skeleton rows={7} label={t('hours.loading')} />}
      {hours.isError && <Problem title={t('hours.failed')} onRetry={() => void hours.refetch()} />}
      {hours.data && <WeekHours memberId={memberId} hours={hours.data} readOnly={readOnly} />}
      {hours.data && (
        <Absences
          memberId={memberId}
          readOnly={readOnly}
          note={(absence) => <AbsenceNote memberId={memberId} absence={absence} />}
        />
      )}
    </SettingsSection>
  );
}

function HoursHelp() {
  const t = useSettingsWords();
  return (
    <>
      {t('hours.help')}{' '}
      <Link to="/links" className={TEXT_LINK}>
        {t('hours.next')}
      </Link>
    </>
  );
}

function WhoseHours({ memberId }: { memberId: string }) {
  const t = useSettingsWords();
  const go = useNavigate();
  const me = useMe();
  const choose = (id: string | null) => {
    const member = id ?? me.member.id;
    void go({ to: '/settings/hours', search: member === me.member.id ? {} : { member } });
  };
  return (
    <div className="w-60">
      <MemberPicker value={memberId} onChange={choose} aria-label={t('hours.whose')} />
    </div>
  );
}
