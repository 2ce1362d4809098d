package club.panamia.kernel.personal;

import java.util.List;
import java.util.Map;

/**
 * What a feature holds on people, in SQL; a bean. Every text may join {@code person}, one row of {@code id} (the user's), {@code
 * addresses} (an array of lower-case e-mail addresses) and {@code credit} (the name that stays under what they wrote, NULL where
 * none may). No colons: casts are {@code CAST}.
 */
public interface PersonalData {

    /**
     * For each section of a person's copy a SELECT of one JSONB column, {@code item}; without secrets and without other people's
     * addresses.
     */
    Map<String, String> copy();

    /** What is done when they have left, in this order; again without harm. Nothing may refuse: they are gone already. */
    List<String> farewell();
}
