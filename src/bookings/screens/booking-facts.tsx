import { Link } from '@tanstack/react-router';
import { utmWords } from '#crm/leads/utm.ts';
import { Person } from '#ui/avatar.tsx';
import { Definition, DefinitionList } from '#ui/definition-list.tsx';
import { PanelSection } from '#ui/side-panel.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import type { WholeBooking } from './booking-queries.ts';
import { useBookingTimes } from './booking-times.ts';
import { BookingReplies } from './booking-replies.tsx';
import { firstName } from './called.ts';
import { EditableFacts } from './editable-facts.tsx';
import { RecordLink } from './record-link.tsx';
import { useBookingWords } from './words.ts';

/** E14: everything it is linked to, to be gone to; what can be changed is changed in its place. */
export function BookingFacts({ booking }: { booking: WholeBooking }) {
  const t = useBookingWords();
  return (
    <PanelSection>
      <DefinitionList>
        <Party booking={booking} />
        <Reach booking={booking} />
        <Hosts booking={booking} />
        <BookingReplies booking={booking} />
        <Origin booking={booking} />
        {booking.utm && (
          <Definition name={t('facts.utm')}>
            <bdi className="wrap-anywhere">{utmWords(booking.utm)}</bdi>
          </Definition>
        )}
        <InCalendar booking={booking} />
        <EditableFacts booking={booking} />
      </DefinitionList>
    </PanelSection>
  );
}

function Party({ booking: { party, record, visitor, status } }: { booking: WholeBooking }) {
  const t = useBookingWords();
  const isElse = record && (record.kind !== party?.kind || record.id !== party.id);
  return (
    <>
      {party && (
        <Definition name={t(party.kind === 'contact' ? 'facts.contact' : 'facts.lead')}>
          <RecordLink record={party} />
        </Definition>
      )}
      {visitor && visitor.name && visitor.name !== party?.name && (
        <Definition name={t('facts.visitor')}>
          <bdi>{visitor.name}</bdi>
          {!party && status === 'unverified' && (
            <span className="block text-12 text-faint">{t('facts.leadOnceConfirmed')}</span>
          )}
        </Definition>
      )}
      {isElse && (
        <Definition name={t('facts.record')}>
          <RecordLink record={record} />
        </Definition>
      )}
    </>
  );
}

function Reach({ booking: { visitor, language } }: { booking: WholeBooking }) {
  const t = useBookingWords();
  if (!visitor) return null;
  const phone = visitor.phone && visitor.phone.replaceAll(/[^+\d]/g, '');
  return (
    <>
      <Definition name={t('facts.email')}>
        <a href={`mailto:${visitor.email}`} className={TEXT_LINK}>
          {visitor.email}
        </a>
      </Definition>
      {visitor.phone && (
        <Definition name={t('facts.phone')}>
          <a href={`tel:${phone}`} className={TEXT_LINK}>
            <bdi>{visitor.phone}</bdi>
          </a>
        </Definition>
      )}
      {visitor.skype && (
        <Definition name={t('facts.skype')}>
          <bdi>{visitor.skype}</bdi>
        </Definition>
      )}
      <Definition name={t('facts.language')}>{t(`language.${language}`)}</Definition>
    </>
  );
}

function Hosts({ booking: { hosts } }: { booking: WholeBooking }) {
  const t = useBookingWords();
  return (
    <Definition name={t('facts.host', { count: hosts.length })}>
      {hosts.map(({ id, name, active }) => (
        <span key={id} className="flex items-center gap-2">
          <Person id={id} name={name} />
          {!active && <span className="shrink-0 text-wait">{t('facts.hasLeft')}</span>}
        </span>
      ))}
    </Definition>
  );
}

/** The link it came by, or who wrote it down. */
function Origin({ booking: { link, history, madeBy } }: { booking: WholeBooking }) {
  const t = useBookingWords();
  if (link) {
    return (
      <Definition name={t('facts.link')}>
        {link.deleted ? (
          <>
            <bdi>{link.title}</bdi> <span className="text-faint">({t('facts.linkDeleted')})</span>
          </>
        ) : (
          <Link to="/links/$linkId" params={{ linkId: link.id }} className={TEXT_LINK}>
            <bdi>{link.title}</bdi>
          </Link>
        )}
      </Definition>
    );
  }
  const maker = history.find(({ kind }) => kind === 'made')?.by.name;
  if (!madeBy || !maker) return null;
  return (
    <Definition name={t('facts.made')}>
      <bdi>{maker}</bdi>
    </Definition>
  );
}

/** While it stands in calendars, the day there. */
function InCalendar({ booking: { hosts, start, status } }: { booking: WholeBooking }) {
  const t = useBookingWords();
  const times = useBookingTimes();
  if (!['scheduled', 'completed', 'no-show'].includes(status) || hosts.length === 0) return null;
  const names = hosts.map(({ name }) => firstName(name)).join(', ');
  const who = hosts.map(({ id }) => id).slice(0, 5);
  const search = { date: times.dateOf(start), who: who.join(',') };
  return (
    <Definition name={t('facts.event')}>
      <Link to="/calendar" search={search} className={TEXT_LINK}>
        {t('facts.inCalendar', { names })}
      </Link>
    </Definition>
  );
}
