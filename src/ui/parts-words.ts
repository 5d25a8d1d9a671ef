import { useWords, type Words } from './words.tsx';
import type en from './words/en.json';

/** The few words the parts say themselves: Close, Clear, Copied… */
export function usePartWords(): Words<typeof en> {
  return useWords<typeof en>('ui');
}
