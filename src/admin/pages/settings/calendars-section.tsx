export function CalendarsSection() {
  return null;
}
