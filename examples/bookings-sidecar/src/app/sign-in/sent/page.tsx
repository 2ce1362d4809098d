import { words } from '@/words'

export default async function Sent() {
  const say = await words()
  return (
    <>
      <h1>{say.sentTitle}</h1>
      <p>{say.sent}</p>
    </>
  )
}
