import type { About, At, Frame, Meeting } from './view.ts';

/**
 * `late`: still to come, but nearer than the notice that is asked for. `now`: that of the meeting that moves. `closed`:
 * to come, but the offer is over. `unavailable`: closed for now, and neither taken nor free (A9).
 */
export type Offer = {
  start: string;
  end: string;
  state: 'free' | 'taken' | 'past' | 'late' | 'now' | 'closed' | 'unavailable';
};

/**
 * Specific times. `over`: the link was good for one booking, and that was made; or its end has come. `lost`: the one
 * that somebody came for and cannot have. `moving`: an existing meeting looks for another time.
 */
export type Offers = {
  frame: Frame;
  at: At;
  about: About;
  timeZone: string;
  offers: Offer[];
  over?: 'used' | 'ended';
  lost?: Offer;
  moving?: Meeting;
  /** The list of time zones stands open. */
  zones?: boolean;
};
