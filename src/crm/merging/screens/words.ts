import { useWords } from '#ui/words.tsx';
import type en from './words/en.json';

export const useMergingWords = () => useWords<typeof en>('merging');
