// People in front of browsers.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import { APP, CHROMIUM, COOKIE, SUITE, asked, mailed, nextMail } from './suite.mjs'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const CODE = /: ([0-9]{6})\s/
const LINK = /(http\S+\/api\/auth\/callback\/nodemailer\S+)/

export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] })

/** Somebody with an address and a browser that nobody else used. */
export class Person {
  static async with(browser, name, locale = 'en-US') {
    const context = await browser.newContext({ locale })
    context.setDefaultTimeout(15_000)
    return new Person(context, await context.newPage(), name)
  }

  constructor(context, page, name) {
    this.context = context
    this.page = page
    this.email = name.includes('@') ? name : `${name}-${Date.now().toString(36)}@example.org`
  }

  /** From the suite's sign-in page, wherever that was opened. */
  async signInAtTheSuite() {
    const before = await mailed(this.email, CODE)
    await this.page.locator('#email').fill(this.email)
    await this.page.keyboard.press('Enter')
    await this.page.locator('#code').fill(await nextMail(this.email, CODE, before))
    await this.page.keyboard.press('Enter')
    await this.page.waitForURL((url) => !/^\/(login|signin)/.test(url.pathname))
    return this
  }

  /** From the example's own, by Auth.js' mail. */
  async signInAtTheExample() {
    const before = await mailed(this.email, LINK)
    await this.page.goto(`${APP}/sign-in`)
    await this.page.getByLabel('E-mail').fill(this.email)
    await this.page.getByRole('button', { name: 'Send the link' }).click()
    await this.page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()
    await this.page.goto(await nextMail(this.email, LINK, before))
    return this
  }

  async token() {
    return (await this.context.cookies(SUITE)).find((cookie) => cookie.name === COOKIE)?.value
  }

  /** Who the suite says this is. */
  async session() {
    return (await asked(await this.token(), '/api/auth/session')).json()
  }

  async offer(title, dollars) {
    await this.page.goto(APP)
    await this.page.getByLabel('What you offer').fill(title)
    await this.page.getByLabel('Dollars a night').fill(String(dollars))
    await this.page.getByRole('button', { name: 'Offer it' }).click()
    await this.page.getByRole('heading', { name: title }).waitFor()
  }

  /** Fills in the nights on the page that is open; `book()` presses the button. */
  async choose(title, from, until) {
    this.form = this.page.getByRole('form', { name: `Book: ${title}` })
    await this.form.getByLabel('From').fill(from)
    await this.form.getByLabel('Until').fill(until)
  }

  book() {
    return this.form.getByRole('button', { name: 'Book' }).click()
  }

  /** What is wrong with the page by WCAG 2.2 A and AA, as far as axe can tell. */
  async faults() {
    await this.page.evaluate(AXE)
    const { violations } = await this.page.evaluate(() =>
      globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
    return violations.map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.html).join(' ')}`)
  }
}
