/** What the week grid is given and what it tells. Instants are ISO strings in UTC ('2026-12-01T09:00:00Z'). */

export interface GridPerson {
  id: string;
  name: string;
  /** 'Anna', 'Ana D.': what the head of a lane has room for. */
  shortName: string;
  initials: string;
  /** 0–6, the person's quiet tint (--av0 … --av6). */
  tint: number;
  /** A lane of initials and shapes without words, for those whom one only looks past. */
  narrow?: boolean;
}

export type SpanKind = 'closed' | 'busy' | 'free' | 'offered' | 'booked' | 'held' | 'picked';

export interface GridSpan {
  id: string;
  personId: string;
  /** 'free' is an event that keeps nobody busy. 'closed' lies behind everything and is not opened. */
  kind: SpanKind;
  start: string;
  /** Exclusive. */
  end: string;
  /** Stands in the band above the grid, on every local date that it touches. */
  allDay?: boolean;
  title?: string;
  subtitle?: string;
  /** The whole accessible name, without day and time: 'Product demo with Piekarnia Wisła, booked'. */
  label: string;
  /** It comes from elsewhere: a bar of the colour that it has there, '#rrggbb' or null. */
  from?: { colour: string | null };
  movable?: boolean;
  resizable?: boolean;
  /** What is shown beside the grid just now is this one. */
  open?: boolean;
}

/** A stretch of time of one person. */
export interface GridPick {
  personId: string;
  start: string;
  end: string;
  /** The offered span that was chosen, when it was one, and the step of it that was pointed at. */
  spanId?: string;
  at?: string;
  /** Picked in the band of whole days. */
  allDay?: boolean;
}

export interface GridEvents {
  /** A drag, a click or Enter on empty time; or an offered span chosen. */
  onPick?: (pick: GridPick) => void;
  onOpen?: (spanId: string) => void;
  onMove?: (spanId: string, to: GridPick) => void;
  onResize?: (spanId: string, to: { start: string; end: string }) => void;
  onDelete?: (spanId: string) => void;
  /** Why is this time closed, or why is it open? */
  onAskWhy?: (at: { personId: string; start: string }) => void;
  /** One page on or back: as many days as the caller shows. */
  onWeek?: (step: 1 | -1) => void;
}

export interface WeekGridProps extends GridEvents {
  /** 'Week of 30 November, Anna Nowak and Ana Duarte' */
  label: string;
  /** 1–7 local dates of `timeZone`, in order. */
  days: readonly string[];
  /** The axis is this zone's wall time. */
  timeZone: string;
  /** A second axis beside it. */
  secondZone?: string;
  /** 1–5, side by side within each day. */
  people: readonly GridPerson[];
  spans: readonly GridSpan[];
  now: string;
  /** 5–60: what drags and arrows snap to, counted from local midnight. */
  incrementMinutes: number;
  /** What a click or Enter on empty time picks; one increment unless said. */
  pickMinutes?: number;
  /** A finger's tap on empty time picks it, as a click does; else it only puts the cursor there. */
  tapPicks?: boolean;
  /** The hours that fill the pane at first; the whole day can be scrolled to. 8–18 unless said. */
  firstHour?: number;
  lastHour?: number;
  /** Drawn as picked while the caller's form about it is open. */
  selection?: GridPick | null;
  /** Nothing is picked, moved, resized or deleted; opening and asking why remain. */
  readOnly?: boolean;
  /** J, K, M and W; false where the reader switched single letters off. */
  letterKeys?: boolean;
}
