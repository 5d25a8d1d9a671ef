export function BookingsPage() {
  return <h1 className="p-6 text-16 font-semibold">BookingsPage</h1>;
}
