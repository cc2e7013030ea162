/** The calendar day in Cambodia, `YYYY-MM-DD`. */
export function today(): string {
  return DAY.format(new Date());
}

/** Made once: making one takes longer than most answers. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Phnom_Penh' });

/** Last day of a year that is not after today: the day a year's networks are looked at. */
export function lastDayOf(year: string): string {
  const end = `${year}-12-31`;
  const now = today();
  return end < now ? end : now;
}
