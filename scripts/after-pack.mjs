// @ts-check
/**
 * What electron-builder does to every app before it signs it: sets the fuses of the runtime, which shut the ways to make
 * the app run something else than itself.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { say } from './say.mjs'

/**
 * How the fuses are to be.
 *
 * @param {string} platform as electron-builder calls it
 * @returns {Record<FuseV1Options, boolean>} on or off
 */
export function fusesFor(platform) {
  return {
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    // Nothing checks the archive on Linux.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: platform !== 'linux',
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  }
}

/**
 * Leaves out what the runtime is too old to have.
 *
 * @param {Record<number, boolean>} wanted
 * @param {Record<string, unknown>} wire what the runtime has
 * @returns {{ fuses: Record<number, boolean>, missing: string[] }} what can be set, and the names of what cannot
 */
export function settable(wanted, wire) {
  const entries = Object.entries(wanted)
  return {
    fuses: Object.fromEntries(entries.filter(([fuse]) => fuse in wire)),
    missing: entries.filter(([fuse]) => !(fuse in wire)).map(([fuse]) => /** @type {string} */ (FuseV1Options[Number(fuse)])),
  }
}

/** @param {import('electron-builder').AfterPackContext} context */
export default async function afterPack(context) {
  const { appOutDir, electronPlatformName: platform, packager } = context
  // A runtime that is not fetched by electron-builder still has what opens an app folder.
  rmSync(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true })
  rmSync(join(appOutDir, 'version'), { force: true })

  const { fuses, missing } = settable(fusesFor(platform), await getCurrentFuseWire(executableOf(context)))
  for (const name of missing)
    say(`Electron ${packager.config.electronVersion} has no fuse ${name}: it is left out.`)
  await packager.addElectronFuses(context, { version: FuseVersion.V1, ...fuses })
}

/** @param {import('electron-builder').AfterPackContext} context */
function executableOf({ appOutDir, electronPlatformName: platform, packager }) {
  const { productFilename } = packager.appInfo
  if (platform === 'linux')
    return join(appOutDir, /** @type {import('electron-builder').LinuxPackager} */ (packager).executableName)
  return join(appOutDir, `${productFilename}.${platform === 'win32' ? 'exe' : 'app'}`)
}
