const COMMANDS = 'rondo:commands';
const KEYS = 'rondo:keys';

/** Opens the command menu, from wherever. */
export const openCommands = () => void window.dispatchEvent(new Event(COMMANDS));

/** Opens the list of keys. */
export const openKeys = () => void window.dispatchEvent(new Event(KEYS));

export const onOpenCommands = (open: () => void) => listen(COMMANDS, open);
export const onOpenKeys = (open: () => void) => listen(KEYS, open);

function listen(name: string, open: () => void): () => void {
  window.addEventListener(name, open);
  return () => window.removeEventListener(name, open);
}
