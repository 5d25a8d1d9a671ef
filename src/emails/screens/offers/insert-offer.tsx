import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { linkQuery, type WholeLink } from '#links/screens/link-queries.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Problem } from '#ui/problem.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useEscape } from '#ui/use-escape.ts';
import { useEmailWords } from '../words.ts';
import { ChooseLink } from './choose-link.tsx';
import { ChooseTimes } from './choose-times.tsx';

export interface InsertOfferProps {
  /** The link of a block that is changed; null for a new one. */
  linkId: string | null;
  /** Whether the letter is written from a record. */
  hasRecord: boolean;
  onTimes: (link: WholeLink, isNew: boolean) => void;
  /** `before` is the link it stands in for. */
  onLink: (linkId: string, before: string | null) => void;
  onClose: () => void;
}

/** Beside the text: times chosen in a week, or a link among those that are there (L4). */
export function InsertOffer(props: InsertOfferProps) {
  const { linkId, onClose } = props;
  const t = useEmailWords();
  const panel = useRef<HTMLElement>(null);
  useEscape(onClose);
  useFocusWhileOpen(panel);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={t('offer.insert')}
      className="flex min-w-0 flex-col gap-3 self-start rounded-r border border-line-mid bg-bg p-4 focus-visible:shadow-none max-phone:p-3"
    >
      {linkId === null ? <New {...props} /> : <Changed {...props} linkId={linkId} />}
    </section>
  );
}

/** Opened by a button, left for it again, unless one went on to write. */
function useFocusWhileOpen(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    const opened = panel.current;
    opened?.focus();
    return () => {
      const isLost = document.activeElement === document.body || opened?.contains(document.activeElement);
      if (isLost && before instanceof HTMLElement) before.focus();
    };
  }, [panel]);
}

function Head({ title, onClose }: { title: string; onClose: () => void }) {
  const t = useEmailWords();
  return (
    <header className="flex items-center gap-2">
      <h3 className="min-w-0 flex-1 truncate font-semibold">{title}</h3>
      <IconButton icon={X} label={t('offer.close')} shortcut="Esc" onClick={onClose} />
    </header>
  );
}

function New(props: InsertOfferProps) {
  const t = useEmailWords();
  const [what, setWhat] = useState<'times' | 'link'>('times');
  return (
    <>
      <Head title={t('offer.insert')} onClose={props.onClose} />
      <Segmented
        label={t('offer.what')}
        items={[
          { value: 'times', label: t('offer.chooseTimes') },
          { value: 'link', label: t('offer.aLink') },
        ]}
        value={what}
        onChange={setWhat}
      />
      {what === 'times' ? (
        <ChooseTimes hasRecord={props.hasRecord} onKept={props.onTimes} />
      ) : (
        <ChooseLink onChoose={(id) => props.onLink(id, null)} />
      )}
    </>
  );
}

/** What is there decides: an offer of times shows them, any other link can be exchanged for another. */
function Changed(props: InsertOfferProps & { linkId: string }) {
  const t = useEmailWords();
  const { data: link, isError, isFetching, refetch } = useQuery(linkQuery(props.linkId));
  const isOffer = link?.kind === 'specific-times';
  return (
    <>
      <Head title={t(isOffer ? 'offer.changeTimes' : 'offer.changeLink')} onClose={props.onClose} />
      {isError && !link && (
        <Problem title={t('offer.notLoaded')} onRetry={() => void refetch()} retrying={isFetching} />
      )}
      {!link && !isError && <Skeleton rows={6} row="text" />}
      {link && isOffer && (
        <ChooseTimes key={link.id} link={link} hasRecord={props.hasRecord} onKept={props.onTimes} />
      )}
      {link && !isOffer && <ChooseLink onChoose={(id) => props.onLink(id, link.id)} />}
    </>
  );
}
