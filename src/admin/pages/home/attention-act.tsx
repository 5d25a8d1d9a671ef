import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { LinkButton } from '#ui/link-button.tsx';
import type { Attention } from './home-queries.ts';
import { useHomeWords } from './words.ts';

type Settled = Exclude<Attention, { code: 'task-overdue' }>;

/** The one step that settles it. */
export function AttentionAct({ attention }: { attention: Settled }) {
  const t = useHomeWords();
  return <LinkButton render={whereTo(attention)}>{t(`attention.${attention.code}.act`)}</LinkButton>;
}

function whereTo(attention: Settled): ReactElement {
  if (attention.code === 'needs-host' || attention.code === 'calendar-question')
    return <Link to="/bookings" search={{ open: attention.booking.id }} />;
  if (attention.code === 'mails-failed') return <Link to="/mail" search={{ state: 'failed' }} />;
  if (attention.code === 'host-not-bookable' && attention.reasons.includes('calendar-stale')) {
    return <Link to="/settings/calendars" search={{ member: attention.memberId }} />;
  }
  return <Link to={placeOf(attention) as '/'} />;
}

function placeOf(attention: Settled): string {
  if (attention.code === 'mail-captured') return '/mail';
  if (attention.code === 'holidays-end') return '/settings/holidays';
  if (attention.code === 'jobs-dead') return '/settings/mail';
  const misses = attention.code === 'host-not-bookable' && attention.reasons.includes('no-hours');
  return misses ? '/settings/hours' : '/settings/members';
}
