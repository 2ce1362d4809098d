import Link from 'next/link'
import { redirect } from 'next/navigation'
import { auth } from '@/auth'
import { bookedBy } from '@/db/questions'
import { words } from '@/words'

export default async function Bookings() {
  const session = await auth()
  if (!session?.user?.id) redirect('/sign-in')
  const [say, mine] = await Promise.all([words(), bookedBy(session.user.id)])
  return (
    <>
      <h1>{say.mine}</h1>
      {mine.length === 0 && <p>{say.none}</p>}
      <ul>
        {mine.map((one) => (
          <li key={one.id}>
            <h2>{one.title}</h2>
            <p>
              {say.nights(one.from, one.until)}, {say.by} {one.sitter ?? say.gone}
            </p>
          </li>
        ))}
      </ul>
      <Link href="/">{say.back}</Link>
    </>
  )
}
