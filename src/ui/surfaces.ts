/** Looks that several parts share. Outlines and borders that are transparent show up in forced colours. */

/** The edge of a field; the field inside draws no ring of its own. */
export const FRAME =
  'flex w-full min-w-0 items-center gap-2 rounded-s border border-line-strong bg-bg text-ink ' +
  'transition-shadow duration-(--fast) ease-out focus-within:shadow-focus ' +
  // Of the field itself: a step that can go no further is disabled too.
  'has-[:is(input,textarea):disabled]:border-line-mid has-[:is(input,textarea):disabled]:bg-side ' +
  'has-[:is(input,textarea):disabled]:text-faint ' +
  'has-[[readonly]:not([aria-hidden])]:border-line-mid has-[[readonly]:not([aria-hidden])]:bg-side ' +
  'has-aria-invalid:border-danger data-invalid:border-danger';

/** A field among values, in a Definition that is `inPlace`: it reads as a value until it is pointed at or has the focus (theme.css: data-end). As high as what is in it. */
export const IN_PLACE_TALL =
  'in-data-in-place:relative in-data-in-place:-ms-2 in-data-in-place:min-h-(--control-s) ' +
  'in-data-in-place:w-[calc(100%+1rem)] in-data-in-place:border-transparent in-data-in-place:bg-bg ' +
  'in-data-in-place:px-1.75 in-data-in-place:not-focus-within:hover:bg-hover in-data-in-place:aria-invalid:border-danger ' +
  'in-data-in-place:has-aria-invalid:border-danger';

/** The same, on one line. */
export const IN_PLACE = `${IN_PLACE_TALL} in-data-in-place:h-(--control-s)`;

export const FRAME_HEIGHT = {
  s: 'h-(--control-s) px-2 touch:h-(--touch) max-phone:h-(--touch)',
  m: 'h-(--control) px-2.5 touch:h-(--touch) max-phone:h-(--touch)',
};

/** Text inside a frame. A phone would zoom into a field whose text is below 16 px. */
export const BARE =
  'min-w-0 flex-1 bg-transparent text-inherit outline-none focus-visible:shadow-none touch:text-16 touch:in-data-in-place:not-focus:text-13 disabled:cursor-not-allowed';

export const POPUP =
  'rounded-r bg-bg text-ink shadow-pop outline outline-transparent transition-opacity duration-(--fast) ease-out ' +
  'focus-visible:shadow-pop data-starting-style:opacity-0 data-ending-style:opacity-0';

/** One choice of a list that opens: select, combobox, menu. */
export const CHOICE =
  'flex min-h-8 min-w-0 cursor-default items-center gap-2 rounded-xs px-2 py-1 outline-none select-none ' +
  'focus-visible:shadow-none data-highlighted:bg-hover data-disabled:text-faint ' +
  'touch:min-h-(--touch) max-phone:min-h-(--touch) ' +
  'forced-colors:data-highlighted:bg-[Highlight] forced-colors:data-highlighted:text-[HighlightText]';
