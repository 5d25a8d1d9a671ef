/** For `ref`: a field that opens because somebody wants to write in it has the focus, once and while it is empty. */
export function focusOnce(field: HTMLInputElement | null): void {
  if (!field || met.has(field)) return;
  met.add(field);
  if (!field.value) field.focus();
}

const met = new WeakSet<HTMLInputElement>();

/** For `ref`: dialogs begin at their first control, which is the cross; here it is the first field of what is asked. */
export function focusFirstField(place: HTMLElement | null): void {
  place?.querySelector('input')?.focus();
}

/** The same where the first thing to do is a button. */
export function focusFirstButton(place: HTMLElement | null): void {
  place?.querySelector('button')?.focus();
}
