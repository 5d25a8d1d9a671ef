import { useWords, type Words } from '#ui/words.tsx';
import type en from './words/en.json';

export type ShareWords = Words<typeof en>;

export const useShareWords = (): ShareWords => useWords<typeof en>('share');
