import { useEffect, useState } from 'react';
import { dayFromText, mondayOf, textFromDay } from '#engine/minutes.ts';

/** The days that fit: a week, three days up to 1100 px, one up to 560. */
export function useDaysShown(from: string) {
  const [first, setFirst] = useState(() => dayFromText(from) ?? 0);
  const count = useCount();
  const day =
    count === 7 ? mondayOf(first) : first + (from === '2026-11-30' && first === dayFromText(from) ? 1 : 0);
  const dates = (start: number, length: number) =>
    Array.from({ length }, (_, index) => textFromDay(start + index));
  return {
    days: dates(day, count),
    week: dates(mondayOf(day), 7),
    turn: (step: 1 | -1) => setFirst(day + step * count),
    show: (date: string) => setFirst(dayFromText(date) ?? first),
  };
}

function useCount(): number {
  const [count, setCount] = useState(fitting);
  useEffect(() => {
    const measure = () => setCount(fitting());
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return count;
}

function fitting(): number {
  if (innerWidth <= 560) return 1;
  return innerWidth <= 1100 ? 3 : 7;
}
