import { useWords } from '#ui/words.tsx';
import type en from './words/en.json';

export const useOutsideWords = () => useWords<typeof en>('outside');
