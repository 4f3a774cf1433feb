import type { Locale } from './en'
import { backup } from './zh-CN/backup'
import { common } from './zh-CN/common'
import { events } from './zh-CN/events'
import { failures } from './zh-CN/failures'
import { files } from './zh-CN/files'
import { firstStart } from './zh-CN/first-start'
import { logBinding } from './zh-CN/log-binding'
import { numbers } from './zh-CN/numbers'
import { plan } from './zh-CN/plan'
import { putOff } from './zh-CN/put-off'
import { refusals } from './zh-CN/refusals'
import { settings } from './zh-CN/settings'
import { shell } from './zh-CN/shell'
import { today } from './zh-CN/today'
import { ui } from './zh-CN/ui'
import { vault } from './zh-CN/vault'
import { words } from './zh-CN/words'

const zhCN = { backup, common, event: events, failures, files, firstStart, logBinding, numbers, plan, putOff, refused: refusals, settings, shell, today, ui, vault, words } satisfies Locale

export default zhCN
