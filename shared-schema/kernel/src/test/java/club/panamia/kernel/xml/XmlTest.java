package club.panamia.kernel.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTest {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    @Test
    void writesWhatIsGivenAndNothingThatIsMarkup() {
        var written = Xml.document(xml -> xml.open("a", "b", "<\">")
                .leaf("c", "1 < 2 & 3", "d", "e")
                .empty("f")
                .close());

        assertThat(written).isEqualTo(DECLARATION + "<a b=\"&lt;&quot;&gt;\"><c d=\"e\">1 &lt; 2 &amp; 3</c><f/></a>");
    }

    @Test
    void leavesOutWhatXmlCannotHold() {
        var written = Xml.document(xml -> xml.leaf("a", "h\u0000o\u0007l\uFFFFa \uD83D\uDE00\ttab", "b", "\u0001x"));

        assertThat(written).isEqualTo(DECLARATION + "<a b=\"x\">hola \uD83D\uDE00\ttab</a>");
    }

    @Test
    void leavesOutAttributesWithoutAValue() {
        assertThat(Xml.document(xml -> xml.empty("a", "b", null, "c", "d"))).isEqualTo(DECLARATION + "<a c=\"d\"/>");
    }
}
