import { useWords } from '#ui/words.tsx';
import type en from './words/en.json';

export const useTransferWords = () => useWords<typeof en>('transfer');
