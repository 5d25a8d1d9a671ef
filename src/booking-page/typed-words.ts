/** What was typed stays while the visitor looks for another time: in memory only. Runs in the browser. */
import { find } from './attend.ts';

let typed: [string, FormDataEntryValue][] = [];

export function keepTyped(): void {
  const form = document.querySelector<HTMLFormElement>('#form');
  if (form !== null) typed = [...new FormData(form)];
}

export function giveTypedBack(): void {
  const fields =
    find('#form')?.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea, select') ?? [];
  for (const field of fields) {
    const values = typed.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === 'radio' || field.type === 'checkbox') field.checked ||= values.includes(field.value);
    else if (typeof values[0] === 'string') field.value = values[0];
  }
}

/** Once shown, a message goes when its field is right. */
export function clearWhenRight(event: Event): void {
  const field = event.target instanceof Element ? event.target.closest('.bad') : null;
  const inputs = [...(field?.querySelectorAll<HTMLInputElement>('input, select, textarea') ?? [])];
  if (field === null || !inputs.every((input) => input.checkValidity())) return;
  field.classList.remove('bad');
  field.querySelector('.error')?.remove();
  for (const marked of [field, ...inputs]) marked.removeAttribute('aria-invalid');
}

/** A line of the summary leads into its field; of a group, to its first choice. */
export function leadsToField(link: HTMLAnchorElement): boolean {
  if (!link.hash.startsWith('#f-') || !link.closest('#wrongs')) return false;
  const target = document.getElementById(link.hash.slice(1));
  const field = target?.matches('fieldset') ? target.querySelector('input') : target;
  field?.focus();
  return field !== null && field !== undefined;
}
