import { auth } from '@/auth'
import { offers } from '@/db/questions'
import { words, type Refusal } from '@/words'
import { book, offer } from './actions'

export default async function Offers({ searchParams }: { searchParams: Promise<{ problem?: string }> }) {
  const [say, session, all, { problem }] = await Promise.all([words(), auth(), offers(), searchParams])
  const refusal = say.problems[problem as Refusal]
  return (
    <>
      <h1>{say.title}</h1>
      <p>{say.intro}</p>
      {refusal && <p role="alert">{refusal}</p>}
      {all.length === 0 && <p>{say.nobody}</p>}
      <ul>
        {all.map((one) => (
          <li key={one.id}>
            <h2>{one.title}</h2>
            <p>
              {say.by} {one.sitter ?? say.gone}, {say.perNight(one.dollars)}
            </p>
            {session?.user && session.user.id !== one.sitterId && (
              <form action={book} aria-label={`${say.book}: ${one.title}`}>
                <input type="hidden" name="listing" value={one.id} />
                <label>
                  {say.from}
                  <input type="date" name="from" required />
                </label>
                <label>
                  {say.to}
                  <input type="date" name="until" required />
                </label>
                <button>{say.book}</button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {session && (
        <section>
          <h2>{say.offer}</h2>
          <form action={offer}>
            <label>
              {say.what}
              <input name="title" required minLength={3} maxLength={80} />
            </label>
            <label>
              {say.price}
              <input name="dollars" type="number" required min={1} max={1000} />
            </label>
            <button>{say.offerIt}</button>
          </form>
        </section>
      )}
    </>
  )
}
