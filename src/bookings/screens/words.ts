import { useWords, type Words } from '#ui/words.tsx';
import type en from './words/en.json';

export type BookingWords = Words<typeof en>;

export const useBookingWords = (): BookingWords => useWords<typeof en>('bookings');
