/**
 * An answer quotes the addresses of the letter it answers, and in them who it was sent to (C4): such a token opens
 * their form to whoever reads it, so histories keep the addresses without. Works on text and on clean HTML alike.
 */
export function withoutTokens(words: string): string {
  return words
    .replace(TOKEN, (_all, sign: string, after: string) => (after === '' ? '' : sign))
    .replace(CARRIED, (_all, sign: string, _times: string, after: string) => (after === '' ? '' : sign));
}

/** As sealContact writes them: never shorter. What comes after it in the query stays. */
const TOKEN = /(\?|&amp;|&#38;|&)c=[\w-]{100,}(&amp;|&#38;|&|)/g;

/**
 * The same inside another address: scanners of mail carry ours in theirs, percent-encoded once or more. What comes
 * after it in the address that carries it stays.
 */
const CARRIED =
  /(%((?:25)*)(?:3F|26(?:amp%\2(?:3B))?))c(?:%\2(?:3D)|=)[\w-]{100,}(%\2(?:26(?:amp%\2(?:3B))?)|)/gi;
