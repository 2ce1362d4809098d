import { headers } from 'next/headers'

const en = {
  title: 'Pet sitting',
  intro: 'Neighbours who look after your pet while you are away.',
  nobody: 'Nobody offers pet sitting yet.',
  perNight: (dollars: number) => `$${dollars} a night`,
  by: 'with',
  from: 'From',
  to: 'Until',
  book: 'Book',
  offer: 'Offer pet sitting',
  what: 'What you offer',
  price: 'Dollars a night',
  offerIt: 'Offer it',
  mine: 'My bookings',
  none: 'You have not booked anything yet.',
  nights: (from: string, until: string) => `${from} to ${until}`,
  gone: 'Former Member',
  unnamed: 'A member',
  signIn: 'Sign in',
  signInAtPana: 'Sign in at Pana',
  signInHere: 'Or by a link in a mail from here',
  email: 'E-mail',
  sendLink: 'Send the link',
  sentTitle: 'Look into your mailbox',
  sent: 'We have sent you a link. Open it in this browser.',
  failed: 'That did not work. The link may be used up or too old: ask for a new one.',
  signOut: 'Sign out',
  signedInAs: 'Signed in as',
  notices: (count: number) => `${count} new at Pana`,
  back: 'All offers',
  problems: {
    taken: 'Somebody has these nights already.',
    dates: 'The last day must be later than the first one, and none of them past.',
    offer: 'Say in 3 to 80 letters what you offer, for 1 to 1000 dollars.',
    gone: 'This offer is gone.',
  },
}

const es: typeof en = {
  title: 'Cuidado de mascotas',
  intro: 'Vecinos que cuidan de tu mascota mientras no estás.',
  nobody: 'Todavía nadie ofrece cuidar mascotas.',
  perNight: (dollars) => `$${dollars} por noche`,
  by: 'con',
  from: 'Desde',
  to: 'Hasta',
  book: 'Reservar',
  offer: 'Ofrecer cuidado de mascotas',
  what: 'Qué ofreces',
  price: 'Dólares por noche',
  offerIt: 'Ofrecerlo',
  mine: 'Mis reservas',
  none: 'Todavía no has reservado nada.',
  nights: (from, until) => `del ${from} al ${until}`,
  gone: 'Antiguo miembro',
  unnamed: 'Un miembro',
  signIn: 'Iniciar sesión',
  signInAtPana: 'Iniciar sesión en Pana',
  signInHere: 'O con un enlace en un correo nuestro',
  email: 'Correo electrónico',
  sendLink: 'Enviar el enlace',
  sentTitle: 'Mira tu correo',
  sent: 'Te hemos enviado un enlace. Ábrelo en este navegador.',
  failed: 'No ha funcionado. Puede que el enlace esté usado o sea antiguo: pide uno nuevo.',
  signOut: 'Cerrar sesión',
  signedInAs: 'Sesión de',
  notices: (count) => `${count} avisos en Pana`,
  back: 'Todas las ofertas',
  problems: {
    taken: 'Alguien ya tiene esas noches.',
    dates: 'El último día debe ser posterior al primero, y ninguno puede haber pasado.',
    offer: 'Di en 3 a 80 letras qué ofreces, por 1 a 1000 dólares.',
    gone: 'Esta oferta ya no existe.',
  },
}

export type Words = typeof en
export type Refusal = keyof Words['problems']

/** In the first of the browser's languages that we speak. */
export async function words(): Promise<Words & { language: 'en' | 'es' }> {
  const wishes = (await headers()).get('accept-language') ?? ''
  const first = wishes.split(',').map((wish) => wish.trim().slice(0, 2)).find((wish) => wish === 'en' || wish === 'es')
  return first === 'es' ? { ...es, language: 'es' } : { ...en, language: 'en' }
}
