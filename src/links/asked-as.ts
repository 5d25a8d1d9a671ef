import type { CustomType } from '#crm/timeline/custom/custom-field.ts';
import type { Question } from './link.ts';

/** How a field of the workspace's own can be asked for; the first is what asking for it begins with. */
export const ASKED_AS: Record<CustomType, readonly Question['kind'][]> = {
  text: ['text', 'long-text', 'phone'],
  number: ['text'],
  date: ['text'],
  link: ['text'],
  choice: ['choice'],
  'multi-choice': ['choice'],
  checkbox: ['checkbox'],
};
