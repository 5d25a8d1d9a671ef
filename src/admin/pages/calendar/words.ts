import { useWords, type Words } from '#ui/words.tsx';
import type en from './words/en.json';

export type CalendarWords = Words<typeof en>;

export const useCalendarWords = (): CalendarWords => useWords<typeof en>('calendar');
