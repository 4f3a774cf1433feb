import type { TimelineEvent } from '../../core/records/timeline-event'
import type { Database } from '../database'

/**
 * Events that touch a number, newest first.
 * @param limit how many at the most
 */
export async function timelineOf(db: Database, numberId: string, limit: number): Promise<TimelineEvent[]> {
  const events = await db.events.where('numberIds').equals(numberId).toArray()
  return events.sort((a, b) => b.seq - a.seq).slice(0, limit)
}
