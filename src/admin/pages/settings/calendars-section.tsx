import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { CalendarsPart } from '#calendars/outside/screens/calendars-part.tsx';
import { FeedPart } from '#calendars/outside/screens/feed-part.tsx';
import { Outcome } from '#calendars/outside/screens/outcome.tsx';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { memberQuery } from '#people/screens/member-queries.ts';
import { useMe } from '#people/screens/use-me.ts';
import { SettingsSection } from '#ui/settings-section.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useSettingsWords } from './words.ts';

const route = getRouteApi('/settings/calendars');

/** Where busy time is read and bookings are written (K1). Admins: anybody's. */
export function CalendarsSection() {
  const me = useMe();
  const { member = me.member.id } = route.useSearch();
  const whose = me.isAdmin ? member : me.member.id;
  return <CalendarsOf key={whose} memberId={whose} />;
}

function CalendarsOf({ memberId }: { memberId: string }) {
  const t = useSettingsWords();
  const me = useMe();
  const { consent } = route.useSearch();
  const own = memberId === me.member.id;
  const { data: other } = useQuery({ ...memberQuery(memberId), enabled: !own });
  const member = own ? me.member : other;
  const name = member?.name ?? '';
  return (
    <CalendarsPart
      memberId={memberId}
      around={(connect, list) => (
        <SettingsSection
          wide
          title={own ? t('section.calendars') : t('calendars.of', { name })}
          help={own ? <Help /> : t('calendars.helpOf', { name })}
          action={
            <div className="flex flex-wrap items-center gap-2">
              {me.isAdmin && member && <Whose member={member} />}
              {connect}
            </div>
          }
        >
          {consent && <Outcome outcome={consent} />}
          {list}
          {own && <FeedPart memberId={memberId} />}
        </SettingsSection>
      )}
    />
  );
}

function Help() {
  const t = useSettingsWords();
  return (
    <>
      {t('calendars.help')}{' '}
      <Link to="/calendar" className={TEXT_LINK}>
        {t('calendars.open')}
      </Link>
    </>
  );
}

function Whose({ member }: { member: { id: string; name: string } }) {
  const t = useSettingsWords();
  const go = useNavigate();
  const me = useMe();
  const choose = (id: string | null) => {
    const whose = id ?? me.member.id;
    void go({ to: '/settings/calendars', search: whose === me.member.id ? {} : { member: whose } });
  };
  return (
    <div className="w-60">
      <MemberPicker value={member.id} known={member} onChange={choose} aria-label={t('calendars.whose')} />
    </div>
  );
}
