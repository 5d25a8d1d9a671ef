import { Link } from '@tanstack/react-router';
import { LinkButton } from '#ui/link-button.tsx';
import type { Attention } from './home-queries.ts';
import { useHomeWords } from './words.ts';

/** The one step that settles it. */
export function AttentionAct({ attention }: { attention: Attention }) {
  const t = useHomeWords();
  return <LinkButton render={whereTo(attention)}>{t(`attention.${attention.code}.act`)}</LinkButton>;
}

function whereTo(attention: Attention) {
  switch (attention.code) {
    case 'needs-host':
      return <Link to="/bookings" search={{ open: attention.booking.id }} />;
    case 'mails-failed':
      return <Link to="/mail" search={{ state: 'failed' }} />;
    case 'jobs-dead':
      return <Link to={'/settings/mail' as '/'} />;
    case 'mail-captured':
      return <Link to="/mail" />;
    case 'holidays-end':
      return <Link to={'/settings/holidays' as '/'} />;
    case 'host-not-bookable':
      return <Link to={`/settings/${attention.reasons.includes('no-hours') ? 'hours' : 'members'}` as '/'} />;
  }
}
