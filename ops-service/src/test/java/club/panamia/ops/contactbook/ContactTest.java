package club.panamia.ops.contactbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTest {

    @ParameterizedTest
    @CsvSource({"Ana,Ana,''", "Ana Paz,Ana,Paz", "'  Ana  Maria Paz ',Ana Maria,Paz", ",'',''", "'  ','',''"})
    void takesTheLastOfSeveralWordsForTheLastName(@Nullable String name, String first, String last) {
        var contact = contact(name, List.of(), false, false);

        assertThat(contact.firstName()).isEqualTo(first);
        assertThat(contact.lastName()).isEqualTo(last);
    }

    @Test
    void leavesTheListsThatItMayBeOnAndShouldNot() {
        var contact = contact("Ana", List.of(1, 3), false, false);

        assertThat(contact.isToLeave(2)).isTrue();
        assertThat(contact.isToLeave(3)).isFalse();
    }

    @Test
    void isToBeUnbarredOnlyWhereItMayBeBarred() {
        assertThat(contact("Ana", List.of(), false, true).isToBeUnbarred()).isTrue();
        assertThat(contact("Ana", List.of(), false, false).isToBeUnbarred()).isFalse();
        assertThat(contact("Ana", List.of(), true, true).isToBeUnbarred()).isFalse();
    }

    private static Contact contact(@Nullable String name, List<Integer> lists, boolean barred, boolean barredThere) {
        return new Contact("c1", "ana@example.org", name, lists, List.of(1, 2, 3), barred, barredThere, false, 1);
    }
}
