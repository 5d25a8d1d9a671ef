/** Told once for each question: moved or deleted in the calendar, keep or restore? */
export const QUESTION_NOTICE = 'calendar-question';
/** Told once: the calendar does not take this meeting. */
export const FAILED_NOTICE = 'calendar-write-failed';
