import { axisOf, positionOf } from '#ui/week-grid/axis.ts';
import { minuteOf } from '#ui/week-grid/lay-out.ts';

export interface OnGrid {
  personId: string;
  start: string;
  end: string;
  allDay?: boolean | undefined;
}

interface Shown {
  days: readonly string[];
  timeZone: string;
  people: readonly { id: string }[];
}

const LEAST_PX = 12;

/** Where a stretch of time stands on the screen now, cut to what is to be seen of it: what a callout is put beside. */
export function anchorOf(at: OnGrid, { days, timeZone, people }: Shown) {
  return {
    getBoundingClientRect: (): DOMRect => {
      const pane = document.querySelector('.wg')?.getBoundingClientRect() ?? new DOMRect();
      const axis = axisOf(timeZone, days);
      const start = minuteOf(at.start);
      const column = Math.max(
        0,
        axis.columns.findIndex((day) => start < day.end),
      );
      const place = `${column}:${people.findIndex(({ id }) => id === at.personId)}`;
      const lane = document.querySelector(`[data-${at.allDay ? 'band' : 'lane'}="${place}"]`);
      const box = lane?.getBoundingClientRect();
      if (!box) return pane;
      if (at.allDay) return box;
      const day = axis.columns[column]!;
      const y = (minute: number) => box.top + (positionOf(day, minute) / axis.length) * box.height;
      const top = Math.min(Math.max(y(start), pane.top), pane.bottom - LEAST_PX);
      const bottom = Math.min(Math.max(y(minuteOf(at.end)), top + LEAST_PX), pane.bottom);
      return new DOMRect(box.left, top, box.width, bottom - top);
    },
  };
}
