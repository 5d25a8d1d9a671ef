import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { recordPage } from '#crm/timeline/screens/record-path.ts';
import { useMemberName } from '#people/screens/who.tsx';
import { useDates } from '#ui/dates.tsx';
import { Menu, MenuItem, MenuLine, MenuLink } from '#ui/menu.tsx';
import { BellButton } from './bell-button.tsx';
import { noticesQuery, useReading, type NoticeView } from './notice-queries.ts';
import { useAdminWords } from './words.ts';

/** What one has been told, the latest first; each leads to its record and is read then. Opens with the press that asked for it. */
export function NoticesMenu({ unread, onGo }: { unread: number; onGo?: () => void }) {
  const t = useAdminWords();
  const { data, isError } = useQuery(noticesQuery);
  const read = useReading();
  const items = data?.items ?? [];
  return (
    <Menu trigger={<BellButton unread={unread} />} align="end" side="right" defaultOpen>
      {items.length === 0 && (
        <p className="px-2 py-1.5 text-faint">
          {t(isError ? 'notices.failed' : data ? 'notices.none' : 'shell.loading')}
        </p>
      )}
      {items.map((notice) => (
        <Told key={notice.id} notice={notice} onRead={() => void read(notice.id)} onGo={onGo} />
      ))}
      {unread > 0 && (
        <>
          <MenuLine />
          <MenuItem icon={Check} onSelect={() => void read()}>
            {t('notices.readAll')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

function Told(props: { notice: NoticeView; onRead: () => void; onGo?: () => void }) {
  const { notice, onRead, onGo } = props;
  const t = useAdminWords();
  const dates = useDates();
  const { at, readAt } = notice;
  const go = () => {
    if (!readAt) onRead();
    onGo?.();
  };
  return (
    <MenuLink
      render={
        // oxlint-disable-next-line jsx-a11y/anchor-has-content, jsx-a11y/control-has-associated-label -- MenuLink writes the words
        <Link {...placeOf(notice)} onClick={go} />
      }
    >
      <span className="block py-0.5">
        <span className={readAt ? 'block truncate text-muted' : 'block truncate font-medium'}>
          <What notice={notice} />
        </span>
        <span className="flex items-center gap-1.5 text-12 text-faint">
          <time dateTime={at}>
            {dates.briefDay(dates.dateOf(at))}, {dates.time(at)}
          </time>
          {!readAt && <span>{t('notices.new')}</span>}
        </span>
      </span>
    </MenuLink>
  );
}

function What({ notice: { kind, byId, data } }: { notice: NoticeView }) {
  const t = useAdminWords();
  const nameOf = useMemberName();
  const about = String(data['title'] ?? data['name'] ?? '');
  if (kind === 'mention' && byId) return <>{t('notices.mention', { name: nameOf(byId), about })}</>;
  const told = TOLD.find((one) => one === kind);
  return <>{told ? t(`notices.${told}`, { about }) : about}</>;
}

const TOLD = [
  'task-due',
  'owner-message',
  'calendar-closed',
  'calendar-question',
  'calendar-write-failed',
  'email-failed',
  'email-bounced',
  'email-answered',
] as const;

/** Its record; for an e-mail, that e-mail on it, or among one's own; for a member's calendars, where they are set. */
function placeOf({ kind, record, data }: NoticeView) {
  const email = kind.startsWith('email-') ? String(data['emailId'] ?? '') : '';
  if (kind === 'calendar-closed') {
    return { to: '/settings/calendars', search: { member: record.id } } as const;
  }
  if (record.kind === 'booking') return { to: '/bookings', search: { open: record.id } } as const;
  if (record.kind === 'email') return { to: '/mail', search: { view: 'written', email } } as const;
  const to = recordPage(record) as '/';
  return email ? { to, search: { tab: 'activities', email } as never } : { to };
}
