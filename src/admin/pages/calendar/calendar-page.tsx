export function CalendarPage() {
  return <h1 className="p-6 text-16 font-semibold">CalendarPage</h1>;
}
