/** Rejects where a browser lets no page write: without TLS none does. */
export async function writeToClipboard(text: string): Promise<void> {
  if (!navigator.clipboard) throw new Error('no clipboard');
  await navigator.clipboard.writeText(text);
}
