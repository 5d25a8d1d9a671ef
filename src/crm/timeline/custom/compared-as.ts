import type { FieldKind } from '#ui/conditions.ts';
import type { CustomType } from './custom-field.ts';

/** How a field of each type is compared with a value. */
export const COMPARED_AS: Record<CustomType, FieldKind> = {
  text: 'text',
  number: 'number',
  date: 'date',
  choice: 'choice',
  'multi-choice': 'choice',
  checkbox: 'yes-no',
  link: 'text',
};
