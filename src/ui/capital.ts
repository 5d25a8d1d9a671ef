/** Words of a line as its first: French and Polish write days small, and reasons are written for the middle of one. */
export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
