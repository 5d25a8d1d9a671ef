import { State } from '#ui/badge.tsx';
import type { LinkHost } from '../link-queries.ts';
import { useLinkWords, type LinkWords } from '../words.ts';

/** 'no seat, no hours' */
export function whyWords(t: LinkWords, { bookable }: LinkHost): string {
  return bookable.reasons.map((reason) => t(`hosts.why.${reason}`)).join(', ');
}

/** 'Bookable', or 'Not bookable: deactivated' after its shape; nothing while it is not known. */
export function Bookable({ host }: { host: LinkHost | undefined }) {
  const t = useLinkWords();
  if (!host) return null;
  if (host.bookable.ok) return <State shape="order">{t('hosts.bookable')}</State>;
  const shape = host.bookable.reasons.includes('inactive') ? 'off' : 'broken';
  return (
    <State wraps shape={shape}>
      {t('hosts.not', { why: whyWords(t, host) })}
    </State>
  );
}
