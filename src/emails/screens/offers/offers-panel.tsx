import { CalendarClock } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Button } from '#ui/button.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useEmailWords } from '../words.ts';
import type { Offers } from './use-offers.ts';

// The week grid is large: it comes when somebody is about to choose.
const InsertOffer = lazy(() =>
  import('./insert-offer.tsx').then(({ InsertOffer: component }) => ({ default: component })),
);

export function OffersButton({ offers }: { offers: Offers }) {
  const t = useEmailWords();
  const isOpen = offers.asked !== null;
  return (
    <Button
      kind={isOpen ? undefined : 'quiet'}
      size="m"
      icon={CalendarClock}
      aria-expanded={isOpen}
      aria-label={t('offer.insert')}
      onClick={isOpen ? offers.close : offers.open}
    >
      {t('offer.open')}
    </Button>
  );
}

export function OffersPanel({ offers, hasRecord }: { offers: Offers; hasRecord: boolean }) {
  const { asked } = offers;
  if (!asked) return null;
  return (
    <Suspense fallback={<Skeleton rows={8} row="text" />}>
      <InsertOffer
        key={asked.linkId}
        linkId={asked.linkId}
        hasRecord={hasRecord}
        onTimes={offers.putTimes}
        onLink={offers.putLink}
        onClose={offers.close}
      />
    </Suspense>
  );
}
