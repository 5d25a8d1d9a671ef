/** Dates on which a member is away, both inclusive, in the zone of their hours. Every minute of them is closed (A1). */
export interface NewAbsence {
  from: string;
  to: string;
  reason: string | null;
}

export interface Absence extends NewAbsence {
  id: string;
  createdAt: string;
}
