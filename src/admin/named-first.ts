import type { CommandGroup } from '#ui/command-menu.tsx';

/** Whoever types the whole name of something means it: it comes before all that only holds these words. */
export function namedFirst(groups: CommandGroup[], isName: (label: string) => boolean): CommandGroup[] {
  const names = ({ items }: CommandGroup) => items.filter(({ label }) => isName(label));
  const others = ({ items }: CommandGroup) => items.filter(({ label }) => !isName(label));
  const sorted = groups.map((group) => ({ ...group, items: [...names(group), ...others(group)] }));
  const isNamed = (group: CommandGroup) => names(group).length > 0;
  return [...sorted.filter(isNamed), ...sorted.filter((group) => !isNamed(group))];
}
