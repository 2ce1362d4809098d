// The suite that runs beside the tests, and the app under test: the way the example itself is started, on the suite's own settings.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'

export const SUITE = process.env.FRONT_DOOR_URL
export const APP = process.env.BOOKINGS_URL
export const COOKIE = 'authjs.session-token'

/** Past the pooler, which would only be one more thing in an attacker's way. */
export const direct = (setting) => {
  const url = new URL(process.env[setting])
  url.port = process.env.PORT_POSTGRES
  return url.href
}

export const connect = (setting, options = {}) => postgres(direct(setting), { prepare: false, max: 1, onnotice: () => {}, ...options })

/** Looks again until it holds; fails with `what` when it does not within `seconds`. */
export async function eventually(what, condition, seconds = 30) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(50)) {
    const found = await condition()
    if (found) return found
  }
  throw new Error(`not within ${seconds} s: ${what}`)
}

/** Starts the example by its one command; returns how to end it. */
export async function startApp() {
  const app = spawn('bin/run', { detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [app.stdout, app.stderr]) stream.on('data', (text) => (said += text))
  await eventually('the example answers', async () => {
    if (app.exitCode !== null) throw new Error(`bin/run ended: ${said}`)
    return fetch(APP).then((answer) => answer.ok, () => false)
  }, 60)
  return { stop: () => process.kill(-app.pid), said: () => said }
}

/** Asks the suite as whoever holds the token. */
export const asked = (token, path, method = 'GET') =>
  fetch(SUITE + path, { method, headers: { Cookie: `${COOKIE}=${token}`, Origin: SUITE } })

/** What mails to somebody say, the newest first. */
export async function mailed(to, pattern) {
  const mails = await fetch(`${SUITE}/dev/mail.json?to=${encodeURIComponent(to)}`).then((answer) => answer.json())
  return mails.map((mail) => mail.text?.match(pattern)?.[1]).filter(Boolean)
}

/** What the mail says that makes one more of them than before. */
export const nextMail = (to, pattern, before) =>
  eventually(`a mail to ${to}`, async () => {
    const found = await mailed(to, pattern)
    return found.length > before.length && found[0]
  })

export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
