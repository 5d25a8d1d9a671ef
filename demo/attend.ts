import type { House, Meeting } from './live.ts';

/** Says how the meetings went that have ended by now: most took place, now and then a visitor did not come. */
export async function attend({ termika }: House, meetings: Meeting[], now: string): Promise<void> {
  for (const meeting of meetings.filter(({ end }) => end <= now)) {
    meetings.splice(meetings.indexOf(meeting), 1);
    const outcome = meeting.seed % 9 === 4 ? 'no-show' : 'completed';
    // 409 for those that were called off or never confirmed: they have no outcome.
    await termika.call('POST', `/api/bookings/${meeting.id}/outcome`, { outcome });
  }
}
