import { useMemo, useRef, useState, type RefObject } from 'react';
import type { WholeLink } from '#links/screens/link-queries.ts';
import type { RichTextHand } from '#ui/rich-text.tsx';
import type { DraftChange } from '../draft.ts';
import { OFFER, offerHtml, TIMES, type OfferInLetter } from './offer-html.ts';

export type Offers = ReturnType<typeof useOffers>;
type Write = (change: DraftChange) => void;

/** What is being inserted into the letter or changed there, and putting it where the caret is. */
export function useOffers(write: Write, onWide?: (wide: boolean) => void) {
  const hand = useRef<RichTextHand>(null);
  const [asked, setAsked] = useState<{ linkId: string | null } | null>(null);
  const ask = (next: typeof asked) => {
    setAsked(next);
    onWide?.(next !== null);
  };
  const desk = useMemo(() => {
    const change = (linkId: string) => {
      setAsked({ linkId });
      onWide?.(true);
    };
    return { change };
  }, [onWide]);
  const { insert, revise } = useText(hand, write);
  return {
    hand,
    asked,
    desk,
    open: () => ask({ linkId: null }),
    close: () => ask(null),
    putTimes: (link: WholeLink, isNew: boolean) => {
      const offer = { linkId: link.id, starts: link.times.map(({ start }) => start) };
      if (isNew) write((now) => ({ made: { ...now.made, [link.id]: 'there' } }));
      if (isNew) insert(offer);
      else revise(link.id, offer);
      ask(null);
    },
    putLink: (linkId: string, before: string | null) => {
      if (before === null) insert({ linkId, starts: [] });
      else revise(before, { linkId, starts: [] });
      ask(null);
    },
  };
}

/** Until the editor is there, a block comes after what is written. */
function useText(hand: RefObject<RichTextHand | null>, write: Write) {
  return {
    insert: (offer: OfferInLetter) => {
      const html = offerHtml(offer);
      if (hand.current) hand.current.insert(html);
      else write((now) => ({ html: `${now.html}${html}<p></p>` }));
    },
    revise: (linkId: string, offer: OfferInLetter) => {
      const values = { [OFFER]: offer.linkId, [TIMES]: offer.starts.join(',') };
      hand.current?.revise({ mark: OFFER, is: linkId }, values);
    },
  };
}
