import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Axis } from './axis.ts';
import { positionOf } from './axis.ts';
import type { WeekGridProps } from './grid-props.ts';

/** Half a line: the first hour's words stand across its line. */
const LABEL_REM = 0.5;

/**
 * The height of an hour in rem: the hours asked for fill the pane, but an hour is never lower than its words and
 * its increments need. On first sight the pane is scrolled to the first hour.
 */
export function useHourHeight(
  pane: RefObject<HTMLElement | null>,
  head: RefObject<HTMLElement | null>,
  { firstHour = 8, lastHour = 18, incrementMinutes }: WeekGridProps,
  axis: Axis,
): { hour: number; headHeight: number } {
  const [size, setSize] = useState({ hour: 3, headHeight: 64 });
  const least = incrementMinutes <= 5 ? 6 : incrementMinutes <= 10 ? 4.5 : 3;
  useLayoutEffect(() => {
    const [paneNow, headNow] = [pane.current, head.current];
    if (!paneNow || !headNow) return undefined;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const room =
        ((paneNow.clientHeight - headNow.offsetHeight) / rem - LABEL_REM) / Math.max(1, lastHour - firstHour);
      setSize({ hour: Math.max(least, Math.floor(room * 100) / 100), headHeight: headNow.offsetHeight });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(paneNow);
    observer.observe(headNow);
    measure();
    return () => observer.disconnect();
  }, [pane, head, firstHour, lastHour, least]);
  useFirstScroll(pane, axis, firstHour, size.hour);
  return size;
}

/** Until the reader scrolls, the first hour stays at the top, also while the pane finds its size. */
function useFirstScroll(
  pane: RefObject<HTMLElement | null>,
  axis: Axis,
  firstHour: number,
  hour: number,
): void {
  const isTouched = useRef(false);
  useLayoutEffect(() => {
    const paneNow = pane.current;
    if (!paneNow) return undefined;
    const touch = () => (isTouched.current = true);
    const ways = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;
    for (const way of ways) paneNow.addEventListener(way, touch, { passive: true });
    return () => ways.forEach((way) => paneNow.removeEventListener(way, touch));
  }, [pane]);
  useLayoutEffect(() => {
    const paneNow = pane.current;
    if (!paneNow || isTouched.current) return;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    paneNow.scrollTo({ top: (topOfHour(axis, firstHour) / 60) * hour * rem - LABEL_REM * rem });
  }, [pane, axis, firstHour, hour]);
}

function topOfHour(axis: Axis, hour: number): number {
  const section = axis.sections.find(({ wall, length, again }) => !again && hour * 60 < wall + length);
  return section
    ? section.top + hour * 60 - section.wall
    : positionOf(axis.columns[0]!, axis.columns[0]!.start);
}
