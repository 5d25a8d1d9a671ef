/** Joins what is there: `classNames('row', open && 'row-open', props.className)`. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
