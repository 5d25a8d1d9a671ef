/** Half-open, in any unit. */
export interface Extent {
  top: number;
  bottom: number;
}

/** Column `column` of `columns`, `wide` columns wide. */
export interface Packing {
  column: number;
  columns: number;
  wide: number;
}

/**
 * Lays extents that overlap side by side, in the order given. Each group of extents that touch one another in
 * turn shares its columns; one with room to its right takes it. None ever covers another.
 */
export function pack(extents: readonly Extent[]): Packing[] {
  const order = extents
    .map((_, index) => index)
    .toSorted((a, b) => extents[a]!.top - extents[b]!.top || extents[b]!.bottom - extents[a]!.bottom);
  const packed: Packing[] = extents.map(() => ({ column: 0, columns: 1, wide: 1 }));
  for (const group of groupsOf(order, extents)) packGroup(group, extents, packed);
  return packed;
}

function groupsOf(order: number[], extents: readonly Extent[]): number[][] {
  const groups: number[][] = [];
  let reach = -Infinity;
  for (const index of order) {
    const { top, bottom } = extents[index]!;
    if (top >= reach) groups.push([]);
    groups.at(-1)!.push(index);
    reach = Math.max(top >= reach ? -Infinity : reach, bottom);
  }
  return groups;
}

function packGroup(group: number[], extents: readonly Extent[], packed: Packing[]): void {
  const columns: number[][] = [];
  for (const index of group) {
    const free = columns.findIndex(
      (column) => !column.some((other) => meet(extents[other]!, extents[index]!)),
    );
    const column = free === -1 ? columns.push([]) - 1 : free;
    columns[column]!.push(index);
    packed[index]!.column = column;
  }
  for (const index of group) {
    packed[index]!.columns = columns.length;
    packed[index]!.wide = roomFrom(packed[index]!.column, columns, extents, index);
  }
}

function roomFrom(column: number, columns: number[][], extents: readonly Extent[], index: number): number {
  const taken = columns.findIndex(
    (others, at) => at > column && others.some((other) => meet(extents[other]!, extents[index]!)),
  );
  return (taken === -1 ? columns.length : taken) - column;
}

function meet(a: Extent, b: Extent): boolean {
  return a.top < b.bottom && b.top < a.bottom;
}
