export function NewBookingPage() {
  return <main />;
}
