/** 'Anna', or 'Ana D.' where another first name among them is the same. */
export function shortNames(names: readonly string[]): string[] {
  const first = names.map((name) => name.trim().split(/\s+/)[0] ?? name);
  return names.map((name, index) => {
    const own = first[index] ?? name;
    const words = name.trim().split(/\s+/);
    const isShared = first.some((other, at) => at !== index && other === own);
    const last = words.length > 1 ? /^./u.exec(words.at(-1) ?? '')?.[0] : undefined;
    return isShared && last ? `${own} ${last}.` : own;
  });
}
