import { words } from '@/words'
import { sendLink } from '../actions'

export default async function SignIn({ searchParams }: { searchParams: Promise<{ error?: string }> }) {
  const [say, { error }] = await Promise.all([words(), searchParams])
  const back = encodeURIComponent(process.env.AUTH_URL ?? '')
  return (
    <>
      <h1>{say.signIn}</h1>
      {error && <p role="alert">{say.failed}</p>}
      <p>
        <a className="button" href={`${process.env.PANA_URL}/signin?callbackUrl=${back}`}>
          {say.signInAtPana}
        </a>
      </p>
      <section>
        <h2>{say.signInHere}</h2>
        <form action={sendLink}>
          <label>
            {say.email}
            <input type="email" name="email" autoComplete="email" required />
          </label>
          <button>{say.sendLink}</button>
        </form>
      </section>
    </>
  )
}
