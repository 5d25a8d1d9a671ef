export const CELL_MINUTES = 5;

/** A span of one host's time, buffers included: minutes since the epoch, half-open (A4). */
export interface ClaimSpan {
  hostId: string;
  start: number;
  end: number;
}

/** The five-minute cells a span touches. Two spans of one host share a cell exactly when they overlap. */
export function cellsOf(span: { start: number; end: number }): { first: number; last: number } {
  return { first: Math.floor(span.start / CELL_MINUTES), last: Math.ceil(span.end / CELL_MINUTES) - 1 };
}

/** The rows in the one order in which every booking writes them, so that two that meet never wait in a ring. */
export function claimRows(spans: ClaimSpan[]): { hostId: string; cell: number }[] {
  return spans
    .toSorted((one, other) => (one.hostId < other.hostId ? -1 : 1))
    .flatMap((span) => {
      const { first, last } = cellsOf(span);
      return Array.from({ length: last - first + 1 }, (_, index) => ({
        hostId: span.hostId,
        cell: first + index,
      }));
    });
}

/** The span that a meeting claims for each of its hosts. */
export function padded(meeting: { start: number; end: number; bufferBefore: number; bufferAfter: number }) {
  return { start: meeting.start - meeting.bufferBefore, end: meeting.end + meeting.bufferAfter };
}
