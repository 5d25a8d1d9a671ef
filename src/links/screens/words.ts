import { useWords, type Words } from '#ui/words.tsx';
import type en from './words/en.json';

export type LinkWords = Words<typeof en>;

export const useLinkWords = (): LinkWords => useWords<typeof en>('links');
