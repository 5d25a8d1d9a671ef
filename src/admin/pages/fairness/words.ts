import { useWords, type Words } from '#ui/words.tsx';
import type en from './words/en.json';

export type FairnessWords = Words<typeof en>;

export const useFairnessWords = (): FairnessWords => useWords<typeof en>('fairness');
