export function HomePage() {
  return <h1 className="p-6 text-16 font-semibold">HomePage</h1>;
}
