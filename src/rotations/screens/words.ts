import { useWords, type Words } from '#ui/words.tsx';
import type en from './words/en.json';

export type RotationWords = Words<typeof en>;

export const useRotationWords = (): RotationWords => useWords<typeof en>('rotations');
