import { useWords } from '#ui/words.tsx';
import type en from './words/en.json';

export const useHoursWords = () => useWords<typeof en>('hours');
