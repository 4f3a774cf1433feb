/**
 * Turns a bare Electron distribution into a plain runtime.
 *
 * Packed as `resources/default_app.asar`, it opens the app folder named on the command line, the way the
 * runtime of the `electron` package does: `electron [-r module] [--switch] folder`.
 */
const fs = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const process = require('node:process')
const { app } = require('electron')

/** Reads the folder to open and the modules to load before it. */
function readArguments(args) {
  const modules = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg === '-r' || arg === '--require')
      modules.push(args[++i])
    else if (arg === '-v' || arg === '--version')
      return { modules, isVersionAsked: true }
    else if (arg.startsWith('--app='))
      return { modules, folder: arg.slice('--app='.length) }
    else if (!arg.startsWith('-'))
      return { modules, folder: arg }
  }
  return { modules }
}

/** Gives the runtime the name, version and place of the app, so that its name and its data folder are right. */
function introduce(folder) {
  const file = path.join(folder, 'package.json')
  if (!fs.existsSync(file))
    return
  const about = JSON.parse(fs.readFileSync(file, 'utf8'))
  if (about.version)
    app.setVersion(about.version)
  if (about.productName || about.name)
    app.setName(about.productName || about.name)
  app.setDesktopName(about.desktopName || `${app.getName()}.desktop`)
  app.setAppPath(folder)
}

function open(folder) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
  introduce(folder)
  Module._load(Module._resolveFilename(folder, null, true), Module, true)
}

const wanted = readArguments(process.argv.slice(1))
if (wanted.isVersionAsked) {
  process.stdout.write(`v${process.versions.electron}\n`)
  process.exit(0)
}
if (!wanted.folder) {
  process.stderr.write('Name the app folder to open: electron <folder>\n')
  process.exit(2)
}
if (wanted.modules.length > 0)
  Module._preloadModules(wanted.modules)
try {
  open(path.resolve(wanted.folder))
}
catch (error) {
  process.stderr.write(`The app in ${wanted.folder} could not be opened: ${error.stack || error}\n`)
  process.exit(1)
}
