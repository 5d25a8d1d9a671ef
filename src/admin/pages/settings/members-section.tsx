export function MembersSection() {
  return null;
}
