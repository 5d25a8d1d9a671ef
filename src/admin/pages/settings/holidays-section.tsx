export function HolidaysSection() {
  return null;
}
