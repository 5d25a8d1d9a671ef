import { Link } from '@tanstack/react-router';
import { TEXT_LINK } from '#ui/text-link.ts';
import type { Home } from './home-queries.ts';
import { useHomeWords } from './words.ts';

/** Mails since Monday: sent, waiting, and those that failed, which lead to where they can be sent again. */
export function MailFigures({ mails }: { mails: NonNullable<Home['mails']> }) {
  const t = useHomeWords();
  return (
    <section aria-labelledby="mail-figures">
      <h2 id="mail-figures" className="mb-2 font-semibold">
        {t('mails.title')}
      </h2>
      <dl>
        {(mails.sent > 0 || mails.captured === 0) && <Figure name={t('mails.sent')} count={mails.sent} />}
        {mails.captured > 0 && <Figure name={t('mails.captured')} count={mails.captured} />}
        <Figure name={t('mails.waiting')} count={mails.waiting} />
        {mails.failed > 0 && (
          <div className="flex min-h-7 items-center justify-between gap-2 text-danger">
            <dt>
              <Link to="/mail" search={{ state: 'failed' }} className={`${TEXT_LINK} text-danger!`}>
                {t('mails.failed')}
              </Link>
            </dt>
            <dd className="tabular font-semibold">{mails.failed}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Figure({ name, count }: { name: string; count: number }) {
  return (
    <div className="flex min-h-7 items-center justify-between gap-2">
      <dt className="text-muted">{name}</dt>
      <dd className="tabular font-semibold">{count}</dd>
    </div>
  );
}
