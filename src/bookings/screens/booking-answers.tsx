import { Check, Minus } from 'lucide-react';
import { PanelSection } from '#ui/side-panel.tsx';
import type { WholeBooking } from './booking-queries.ts';
import { useBookingWords } from './words.ts';

/** What the visitor was asked, agreed to, and whom they bring. */
export function BookingAnswers({ booking: { answers, consents, guests } }: { booking: WholeBooking }) {
  const t = useBookingWords();
  return (
    <>
      {answers.length > 0 && (
        <PanelSection title={t('answers.title')}>
          <Answers answers={answers} />
        </PanelSection>
      )}
      {consents.length > 0 && (
        <PanelSection title={t('consents.title')}>
          <ul className="grid gap-2">
            {consents.map((consent) => (
              <Consent key={consent.id} {...consent} />
            ))}
          </ul>
        </PanelSection>
      )}
      {guests.length > 0 && (
        <PanelSection title={t('guests.title', { count: guests.length })}>
          <ul>
            {guests.map((guest) => (
              <li key={guest} className="truncate" title={guest}>
                {guest}
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
    </>
  );
}

function Answers({ answers }: Pick<WholeBooking, 'answers'>) {
  const t = useBookingWords();
  return (
    <dl className="grid gap-2.5">
      {answers.map(({ id, label, value }) => (
        <div key={id} className="wrap-anywhere">
          <dt dir="auto" className="text-muted">
            {label}
          </dt>
          <dd dir="auto" className="whitespace-pre-line">
            {value || t('answers.none')}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Consent({ text, version, given }: WholeBooking['consents'][number]) {
  const t = useBookingWords();
  const Mark = given ? Check : Minus;
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)]">
      <Mark aria-hidden className="mt-0.5 size-4 text-faint" strokeWidth={1.75} />
      <span className="wrap-anywhere">
        <bdi>{text}</bdi>{' '}
        <span className="text-muted">({t(given ? 'consents.given' : 'consents.notGiven', { version })})</span>
      </span>
    </li>
  );
}
