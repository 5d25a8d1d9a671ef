import { useWords, type Words } from '#ui/words.tsx';
import type en from './words/en.json';

export type ScheduleWords = Words<typeof en>;

export const useScheduleWords = (): ScheduleWords => useWords<typeof en>('schedule');
