import type { LinkWords } from '../words.ts';

/** The server's sentences about links in the reader's language; one that is not known here is shown as it came. */
export function refusalWords(t: LinkWords, message: string): string {
  const key = KEYS[message];
  if (key) return t(key);
  const [, name, why] = CANNOT_HOST.exec(message) ?? [];
  return name ? t(why === 'no seat' ? 'refused.noSeat' : 'refused.inactive', { name }) : message;
}

/** B4, with the name of whom it is about. */
const CANNOT_HOST = /^(.+) cannot host: (no seat|deactivated)\.$/;

const KEYS: Record<string, Parameters<LinkWords>[0]> = {
  'Write something here.': 'refused.empty',
  'Use a multiple of 5 minutes.': 'refused.fives',
  'Use 5, 10, 15, 20, 30, 45, 60, 90, 120, or one of the durations.': 'refused.increment',
  'Length and buffers together must stay within 24 hours.': 'refused.tooLong',
  'Use lower-case words joined by hyphens, such as product-demo; some words are reserved.': 'refused.slug',
  'Another link has this address; choose another.': 'refused.taken',
  'Write an address that begins with https://': 'refused.https',
  'Write the address of the video room, beginning with https://': 'refused.videoRoom',
  'Write the address of the Jitsi server, such as https://meet.jit.si': 'refused.jitsi',
  'The horizon ends before it begins.': 'refused.horizon',
  'A choice needs its choices.': 'refused.choices',
  'Pick at least one time to offer.': 'refused.noTimes',
  'Two of the times overlap.': 'refused.timesOverlap',
  'This time has passed.': 'refused.timePassed',
  'A time stands here twice.': 'refused.timeTwice',
  'This end of the offer has passed; choose a later one.': 'refused.expiryPassed',
  'Offer 500 times at most in one link.': 'refused.tooManyTimes',
  'A meeting lasts 24 hours at most.': 'refused.timeTooLong',
  'Remind at least 5 minutes before the start.': 'refused.remindEarly',
  'Two reminders go to the same person at the same time.': 'refused.remindTwice',
  'A link needs a host.': 'refused.noHost',
  'A chair needs a candidate.': 'refused.noHost',
  'Name at least one host.': 'refused.noHost',
  'A personal link has exactly one host.': 'refused.oneHost',
  'Nobody fills two chairs: these can never be filled all at once.': 'refused.chairs',
  'A candidate stands here twice.': 'refused.twice',
  'There is no such holiday list in this workspace.': 'refused.holidayList',
  'Write the address of a website without a page, such as https://shop.example or https://*.shop.example.':
    'refused.website',
  'A website stands here twice.': 'refused.websiteTwice',
};
