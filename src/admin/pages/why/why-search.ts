import { dayFromText } from '#engine/minutes.ts';

/** Which time of which link is asked about; date and time by the link's clock. */
export interface WhySearch {
  linkId?: string;
  date?: string;
  time?: string;
  minutes?: number;
}

export function whySearch({ linkId, date, time, minutes }: Record<string, unknown>): WhySearch {
  return {
    ...(typeof linkId === 'string' && linkId && { linkId }),
    ...(typeof date === 'string' && dayFromText(date) !== null && { date }),
    ...(typeof time === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) && { time }),
    ...(Number.isInteger(minutes) && { minutes: minutes as number }),
  };
}
