import { useEffect, useRef, useState } from 'react';

const A_MOMENT_MS = 250;

/** What is typed shows at once, and is asked for when the fingers rest; the address then says it. */
export function useTypedWords(
  value: string,
  onRest: (text: string) => void,
): [string, (text: string) => void] {
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef(onRest);
  useEffect(() => {
    latest.current = onRest;
  });
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => (typed === value ? setTyped(null) : latest.current(typed)), A_MOMENT_MS);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return [typed ?? value, setTyped];
}
