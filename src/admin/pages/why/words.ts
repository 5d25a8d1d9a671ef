import { useWords } from '#ui/words.tsx';
import type en from './words/en.json';

export const useWhyWords = () => useWords<typeof en>('why');
