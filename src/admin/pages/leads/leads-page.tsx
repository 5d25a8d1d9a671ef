export function LeadsPage() {
  return <h1 className="p-6 text-16 font-semibold">LeadsPage</h1>;
}
