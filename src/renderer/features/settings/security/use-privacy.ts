import type { AppInfo, Privacy } from '../../../../shared/ipc'
import type { Ref } from 'vue'
import { shallowRef } from 'vue'
import { useUntether } from '../../../app/untether'

/** What was chosen since the start, by what the start said: `info` itself does not change. */
const chosen = new WeakMap<AppInfo, Ref<Privacy>>()

/** What keeps eyes and hands nearby out, as it is now, and a way to change a part of it. */
export function usePrivacy(): { privacy: Readonly<Ref<Privacy>>, change: (part: Partial<Privacy>) => Promise<void> } {
  const { info, vault } = useUntether()
  const privacy = chosen.get(info) ?? shallowRef(info.privacy)
  chosen.set(info, privacy)

  async function change(part: Partial<Privacy>): Promise<void> {
    privacy.value = { ...privacy.value, ...part }
    await vault.setPrivacy(privacy.value)
  }

  return { privacy, change }
}
