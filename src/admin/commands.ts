const OPEN = 'rondo:commands';

/** Opens the command menu, from wherever. */
export function openCommands(): void {
  window.dispatchEvent(new Event(OPEN));
}

export function onOpenCommands(open: () => void): () => void {
  window.addEventListener(OPEN, open);
  return () => window.removeEventListener(OPEN, open);
}
