export function AppointmentPageSection() {
  return null;
}
