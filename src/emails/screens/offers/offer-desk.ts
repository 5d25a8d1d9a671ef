import { createContext, use } from 'react';

/** What a block in the text asks of the composer around it. */
export interface OfferDesk {
  /** Opens its times, or the choice of links, again. */
  change: (linkId: string) => void;
}

const Desk = createContext<OfferDesk>({ change: () => undefined });

export const OfferDeskProvider = Desk;
export const useOfferDesk = () => use(Desk);
