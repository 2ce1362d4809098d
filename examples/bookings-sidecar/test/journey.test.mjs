// A stranger's app beside the suite, in a real browser: one sign-in for both, and one sign-out.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Person, launch } from './browser.mjs'
import { APP, CHROMIUM, SUITE, asked, connect, eventually, startApp } from './suite.mjs'

const skip = CHROMIUM ? false : 'Chromium is not installed: the example is not tried in a browser'
const sql = connect('POSTGRES_URL_BOOKINGS')
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const OFFER = 'Cat sitting in Hialeah'
let app, browser, ana, ben

before(async () => {
  if (skip) return
  app = await startApp()
  browser = await launch()
  ana = await Person.with(browser, 'ana')
  ben = await Person.with(browser, 'ben')
})

after(async () => {
  await Promise.all([browser?.close(), sql.end()])
  app?.stop()
})

test('whoever comes from the suite\'s sign-in page is signed in at the example', { skip }, async () => {
  await ana.page.goto(APP)
  await ana.page.getByRole('link', { name: 'Sign in' }).click()
  await ana.page.getByRole('link', { name: 'Sign in at Pana' }).click()
  await ana.signInAtTheSuite()

  assert.equal(new URL(ana.page.url()).origin, APP)
  await ana.page.getByRole('button', { name: 'Sign out' }).waitFor()
  await ana.offer(OFFER, 25)
  const [listing] = await sql`SELECT owner_id FROM bookings.listings WHERE title = ${OFFER}`
  assert.equal(listing.owner_id, (await ana.session()).user.id)
})

test('a booking belongs to the user who was signed in at the suite', { skip }, async () => {
  await ben.page.goto(`${SUITE}/signin`)
  await ben.signInAtTheSuite()
  await ben.page.goto(APP)
  await ben.choose(OFFER, day(10), day(12))
  await ben.book()

  await ben.page.waitForURL(`${APP}/bookings`)
  await ben.page.getByRole('heading', { name: OFFER }).waitFor()
  const booked = await sql`SELECT owner_id, sitter_id FROM bookings.bookings`
  assert.deepEqual([...booked], [{ owner_id: (await ben.session()).user.id, sitter_id: (await ana.session()).user.id }])
})

test('nights are booked once', { skip }, async () => {
  await ben.page.goto(APP)
  await ben.choose(OFFER, day(11), day(14))
  await ben.book()

  assert.equal(await ben.page.locator('main [role=alert]').textContent(), 'Somebody has these nights already.')
  assert.equal((await sql`SELECT FROM bookings.bookings`).length, 1)
})

test('pages are accessible, and Spanish for who reads Spanish', { skip }, async () => {
  for (const path of ['/', '/bookings', '/sign-in', '/sign-in/sent']) {
    await ben.page.goto(APP + path)
    assert.deepEqual(await ben.faults(), [], path)
  }
  const sol = await Person.with(browser, 'sol', 'es-US')
  await sol.page.goto(APP)
  assert.equal(await sol.page.locator('h1').textContent(), 'Cuidado de mascotas')
  assert.equal(await sol.page.locator('html').getAttribute('lang'), 'es')
})

test('a session that was revoked at the suite is refused by the example', { skip }, async () => {
  const phone = await Person.with(browser, ben.email)
  await phone.page.goto(`${SUITE}/signin`)
  await phone.signInAtTheSuite()
  await ben.page.goto(APP)
  await ben.choose(OFFER, day(20), day(22))

  assert.equal((await asked(await phone.token(), '/api/auth/sessions', 'DELETE')).status, 204)
  await ben.book()

  await ben.page.waitForURL(`${APP}/sign-in`)
  assert.equal((await sql`SELECT FROM bookings.bookings`).length, 1)
})

test('signing out at the example is signing out at the suite', { skip }, async () => {
  const token = await ana.token()
  assert.equal((await asked(token, '/api/auth/session')).status, 200)
  await ana.page.goto(APP)
  await ana.page.getByRole('button', { name: 'Sign out' }).click()

  await ana.page.getByRole('link', { name: 'Sign in' }).waitFor()
  assert.equal((await asked(token, '/api/auth/session')).status, 401)
})

test('who signs in at the example by Auth.js is signed in at the suite, which says by what app', { skip }, async () => {
  const dora = await (await Person.with(browser, 'dora')).signInAtTheExample()

  await dora.page.getByRole('button', { name: 'Sign out' }).waitFor()
  assert.equal((await dora.session()).user.email, dora.email)
  const { items } = await (await asked(await dora.token(), '/api/auth/sessions')).json()
  assert.deepEqual(items.map((session) => session.app), ['bookings_auth'])
})

test('signing out at the suite is signing out at the example', { skip }, async () => {
  const eva = await (await Person.with(browser, 'eva')).signInAtTheExample()
  await eva.page.getByRole('button', { name: 'Sign out' }).waitFor()

  assert.equal((await asked(await eva.token(), '/api/auth/sign-out', 'POST')).status, 204)
  await eva.page.goto(`${APP}/bookings`)

  await eva.page.waitForURL(`${APP}/sign-in`)
})

test('an administrator who signs in at the example is a member', { skip }, async () => {
  const admin = await Person.with(browser, 'admin@pana.test')
  await admin.page.goto(`${SUITE}/signin`)
  await admin.signInAtTheSuite()
  assert.equal((await admin.session()).user.isAdmin, true)

  const elsewhere = await (await Person.with(browser, 'admin@pana.test')).signInAtTheExample()

  assert.equal((await elsewhere.session()).user.isAdmin, false)
})

test('whoever leaves the suite leaves the example: their own rows go, what somebody else needs stays', { skip }, async () => {
  const [rosa, tito] = [await Person.with(browser, 'rosa'), await Person.with(browser, 'tito')]
  for (const person of [rosa, tito]) {
    await person.page.goto(`${SUITE}/signin`)
    await person.signInAtTheSuite()
  }
  await rosa.offer('Dog walks in Wynwood', 15)
  await tito.page.goto(APP)
  await tito.choose('Dog walks in Wynwood', day(1), day(3))
  await tito.book()
  await tito.page.waitForURL(`${APP}/bookings`)
  const rosaId = (await rosa.session()).user.id
  const { apps } = await (await asked(await rosa.token(), '/api/users/me/leaving')).json()
  assert.deepEqual(
    apps.filter((app) => app.table.startsWith('bookings.')).map((app) => `${app.table} ${app.effect}`).sort(),
    ['bookings.bookings goes-along', 'bookings.bookings lets-go', 'bookings.listings goes-along'],
  )

  assert.equal((await asked(await rosa.token(), '/api/users/me?authorship=anonymise', 'DELETE')).status, 204)

  await rosa.page.goto(`${APP}/bookings`)
  assert.equal(new URL(rosa.page.url()).pathname, '/sign-in')
  await tito.page.reload()
  await tito.page.getByText('with Former Member').waitFor()
  await eventually('the row is deleted', async () => (await sql`SELECT FROM users WHERE id = ${rosaId}`).length === 0, 60)
  assert.equal((await sql`SELECT FROM bookings.listings WHERE owner_id = ${rosaId}`).length, 0)
  const kept = await sql`SELECT sitter_id, listing_id FROM bookings.bookings WHERE title = 'Dog walks in Wynwood'`
  assert.deepEqual([...kept], [{ sitter_id: null, listing_id: null }])
  await tito.page.reload()
  await tito.page.getByText('with Former Member').waitFor()
})
