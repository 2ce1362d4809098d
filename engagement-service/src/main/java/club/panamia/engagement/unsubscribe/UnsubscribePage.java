package club.panamia.engagement.unsubscribe;

/** The two pages behind the link, in both languages at once: whoever comes by a mail has chosen none here. */
final class UnsubscribePage {

    /** Posts to its own address. */
    static final String ASK = page("Less mail · Menos correo", """
            <h1>Do you want less mail?</h1>
            <p>This ends the kind of mail whose link you opened.</p>
            <h1 lang="es">¿Quieres menos correo?</h1>
            <p lang="es">Con esto ya no recibirás el tipo de correo cuyo enlace abriste.</p>
            <form method="post"><button type="submit">Yes, end it · <span lang="es">Sí, dejar de recibirlo</span></button></form>
            """);

    static final String DONE = page("Done · Hecho", """
            <h1>Done</h1>
            <p>You will not get this kind of mail any more. In your settings you can have it again.</p>
            <h1 lang="es">Hecho</h1>
            <p lang="es">Ya no recibirás este tipo de correo. En tus ajustes puedes volver a pedirlo.</p>
            """);

    private UnsubscribePage() {}

    private static String page(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Pana MIA</title>
                <link rel="stylesheet" href="/login/page.css">
                </head>
                <body>
                <header><p class="brand">Pana MIA</p></header>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(title, body);
    }
}
