import { useEffect, useState } from 'react';

const PAUSE_MS = 250;

/** What was typed once the typing pauses: a request for every letter would only be in the way. */
export function useLater(text: string): string {
  const [later, setLater] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return later;
}
