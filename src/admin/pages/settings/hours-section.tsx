import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Absences } from '#hours/screens/absences.tsx';
import { hoursQuery, timeQuery } from '#hours/screens/hours-queries.ts';
import { WeekHours } from '#hours/screens/week-hours.tsx';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { memberQuery, type MemberView } from '#people/screens/member-queries.ts';
import { useMe } from '#people/screens/use-me.ts';
import { useToday } from '#ui/dates.tsx';
import { Problem } from '#ui/problem.tsx';
import { SettingsSection } from '#ui/settings-section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useAbsenceNotes } from './absence-note.tsx';
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
  const today = useToday();
  const time = useQuery(timeQuery(memberId, today));
  const ready = { enabled: time.isSuccess };
  const hours = useQuery({ ...hoursQuery(memberId), ...ready });
  const member = useQuery({ ...memberQuery(memberId), ...ready });
  const noteOf = useAbsenceNotes(memberId, today, hours.data?.timeZone);
  const own = memberId === me.member.id;
  const readOnly = !own && !me.isAdmin;
  const name = member.data?.name ?? '';
  return (
    <SettingsSection
      wide
      title={own ? t('hours.yours') : t('hours.of', { name })}
      help={own ? <HoursHelp /> : t('hours.helpOf', { name })}
      action={me.isAdmin && member.data && <WhoseHours member={member.data} />}
      beside={hours.data && member.data && <HoursResult member={member.data} hours={hours.data} />}
    >
      {time.isPending && <Skeleton rows={7} label={t('hours.loading')} />}
      {time.isError && <Problem title={t('hours.failed')} onRetry={() => void time.refetch()} />}
      {hours.data && <WeekHours key={memberId} memberId={memberId} hours={hours.data} readOnly={readOnly} />}
      {hours.data && <Absences memberId={memberId} readOnly={readOnly} note={noteOf} />}
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

function WhoseHours({ member }: { member: MemberView }) {
  const t = useSettingsWords();
  const go = useNavigate();
  const me = useMe();
  const choose = (id: string | null) => {
    const whose = id ?? me.member.id;
    void go({ to: '/settings/hours', search: whose === me.member.id ? {} : { member: whose } });
  };
  return (
    <div className="w-60">
      <MemberPicker value={member.id} known={member} onChange={choose} aria-label={t('hours.whose')} />
    </div>
  );
}
