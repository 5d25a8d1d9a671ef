/** What rotations tell the slices after them, inside the act's transaction (platform/announce.ts). */
declare module '#platform/announce.ts' {
  interface Facts {
    /** About to go: who needs it adds a name to `usedBy`, in words for the person who deletes. */
    'rotation-leaving': { workspaceId: string; rotationId: string; usedBy: string[] };
  }
}

export {};
