declare module '#platform/db/tables.ts' {
  interface Tables {
    /** Consents asked for, until they are answered or run out. */
    calendar_consents: {
      workspace_id: string;
      state_hash: string;
      /** Whose calendars are to be connected. */
      member_id: string;
      kind: 'google' | 'microsoft';
      /** Who was sent to give the consent, and in which session: nobody else brings it back. */
      asked_by: string;
      session_hash: string;
      /** Sealed: what proves that who exchanges the code is who asked for it (PKCE). */
      verifier: string;
      expires_at: string;
    };
  }
}
