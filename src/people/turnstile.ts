/** Lets work through `atOnce` at a time, in order; answers 'full' when `mostWaiting` are in line already. */
export type Turnstile = <T>(work: () => Promise<T>) => Promise<T | 'full'>;

export function turnstile(atOnce: number, mostWaiting: number): Turnstile {
  let inside = 0;
  const line: (() => void)[] = [];
  const leave = (): void => {
    const next = line.shift();
    if (next) next();
    else inside--;
  };
  return async (work) => {
    if (inside < atOnce) inside++;
    else if (line.length >= mostWaiting) return 'full';
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
