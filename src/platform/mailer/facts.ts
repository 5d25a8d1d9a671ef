declare module '#platform/announce.ts' {
  interface Facts {
    /** Given up for good, with the mail server's words. */
    'mail-failed': { workspaceId: string; mailId: string; error: string };
    /** One that had failed is on its way again. */
    'mail-revived': { workspaceId: string; mailId: string };
  }
}

export {};
