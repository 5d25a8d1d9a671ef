import { useRef, useState } from 'react';

/**
 * A value that shows as it was chosen while it is being saved, also when it is chosen anew meanwhile. A refusal gives
 * back what is kept, with the reason.
 */
export function useHeld(kept: unknown, save: (value: unknown) => Promise<string | undefined>) {
  const [held, setHeld] = useState<{ value: unknown } | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const turn = useRef(0);
  const put = async (value: unknown) => {
    turn.current += 1;
    const mine = turn.current;
    setHeld({ value });
    setReason(null);
    const why = await save(value);
    if (turn.current !== mine) return;
    setHeld(null);
    setReason(why ?? null);
  };
  return { shown: held ? held.value : kept, put: (value: unknown) => void put(value), reason };
}
