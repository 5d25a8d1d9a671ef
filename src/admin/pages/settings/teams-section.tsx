export function TeamsSection() {
  return null;
}
