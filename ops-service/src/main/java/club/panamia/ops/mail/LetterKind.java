package club.panamia.ops.mail;

import java.util.List;

/**
 * A kind of letter that we write: a template of that name.
 *
 * @param params what it is filled with, of which it may need some only
 */
record LetterKind(String name, List<String> languages, List<String> params) {}
