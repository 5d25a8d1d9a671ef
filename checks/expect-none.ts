import { AssertionError } from 'node:assert';

/** Fails with the sentences a check has found, one a line, and nothing else to read. */
export function expectNone(sentences: string[]) {
  if (sentences.length > 0)
    throw new AssertionError({ message: sentences.join('\n'), stackStartFn: expectNone });
}
