/** One time zone of a country, and what the clock shows there. */
export type ZoneTime = { zone: string, time: string, offset: number }

/** Zones that stand for their offset where a country has many; the first of the country's own otherwise. */
const KNOWN = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu', 'America/Toronto', 'America/Winnipeg', 'America/Edmonton', 'America/Vancouver', 'America/Halifax', 'America/St_Johns', 'Australia/Sydney', 'Australia/Adelaide', 'Australia/Perth', 'Australia/Brisbane', 'Asia/Shanghai', 'Europe/Moscow']

/** The clocks of a country, from west to east, one for each difference to UTC. */
export function zoneTimes(zones: readonly string[], now: number, locale: string): ZoneTime[] {
  const byOffset = new Map<number, string>()
  for (const zone of [...zones].sort((a, b) => Number(KNOWN.includes(b)) - Number(KNOWN.includes(a)))) {
    const offset = offsetOf(zone, now)
    if (!byOffset.has(offset))
      byOffset.set(offset, zone)
  }
  return [...byOffset].sort(([a], [b]) => a - b).map(([offset, zone]) => ({ zone, offset, time: clock(zone, now, locale) }))
}

/** Minutes east of UTC. */
function offsetOf(zone: string, now: number): number {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' }).formatToParts(now)
  const part = (type: string): number => Number(parts.find(item => item.type === type)?.value)
  return Math.round((Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - now) / 60_000)
}

function clock(zone: string, now: number, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(now)
  const part = (type: string): string => parts.find(item => item.type === type)?.value ?? ''
  return `${part('hour')}:${part('minute')}`
}
