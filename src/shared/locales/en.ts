import { backup } from './en/backup'
import { bindings } from './en/bindings'
import { call } from './en/call'
import { catalogue } from './en/catalogue'
import { palette } from './en/palette'
import { quick } from './en/quick'
import { web } from './en/web'
import { common } from './en/common'
import { events } from './en/events'
import { failures } from './en/failures'
import { files } from './en/files'
import { firstStart } from './en/first-start'
import { guides } from './en/guides'
import { logBinding } from './en/log-binding'
import { messages } from './en/messages'
import { numbers } from './en/numbers'
import { plan } from './en/plan'
import { print } from './en/print'
import { putOff } from './en/put-off'
import { refusals } from './en/refusals'
import { settings } from './en/settings'
import { shell } from './en/shell'
import { shortcut } from './en/shortcut'
import { today } from './en/today'
import { ui } from './en/ui'
import { vault } from './en/vault'
import { words } from './en/words'

const en = { backup, bindings, call, catalogue, common, event: events, failures, files, firstStart, guides, logBinding, messages, numbers, plan, palette, print, putOff, quick, refused: refusals, settings, shell, shortcut, today, ui, vault, web, words }

/** The shape every language has: a missing key does not compile. */
export type Locale = typeof en

export default en
