/** What hours tell the slices after them, inside the act's transaction (platform/announce.ts). */
declare module '#platform/announce.ts' {
  interface Facts {
    /** Its dates are others now. The members who keep it know already. */
    'holiday-list-changed': { workspaceId: string; holidayListId: string };
    /** About to go: who needs it adds a name to `usedBy`, in words for the person who deletes. */
    'holiday-list-leaving': { workspaceId: string; holidayListId: string; usedBy: string[] };
  }
}

export {};
