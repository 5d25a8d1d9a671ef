export const REPLY_ANSWERS = ['accepted', 'declined', 'tentative'] as const;
export type ReplyAnswer = (typeof REPLY_ANSWERS)[number];

/** What somebody's calendar program answered to an invitation (iTIP REPLY). Every part of it is a stranger's. */
export interface CalendarReply {
  uid: string;
  answer: ReplyAnswer;
  /** Of the invitation it answers. */
  sequence: number;
  /** When it was given, as it says itself: an ISO instant. */
  repliedAt: string;
  /** The addresses it was sent to. */
  sentTo: string[];
}
