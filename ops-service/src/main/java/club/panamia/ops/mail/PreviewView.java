package club.panamia.ops.mail;

import club.panamia.ops.provider.Letter;

/** A letter as it would be read. */
record PreviewView(String subject, String text, String html) {

    static PreviewView of(Letter letter) {
        return new PreviewView(letter.subject(), letter.text(), letter.html());
    }
}
