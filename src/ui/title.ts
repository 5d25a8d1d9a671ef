import { useEffect } from 'react';

/** The title of the tab: what is shown, then whose app it is. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Rondo`;
  }, [title]);
}
