/** How long a mailed invitation is good for. */
export const INVITATION_DAYS = 7;
