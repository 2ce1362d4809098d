package club.panamia.content.revision;

import club.panamia.content.wording.ArticleDraft;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Wordings as JSON, by a mapper of its own: what HTTP answers look like must not change what was kept. */
final class StoredDraft {

    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL)
            .build();

    private StoredDraft() {}

    static String text(ArticleDraft draft) {
        try {
            return JSON.writeValueAsString(draft);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a draft can be written as JSON", e);
        }
    }

    static ArticleDraft read(String text) {
        try {
            return JSON.readValue(text, ArticleDraft.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("what was kept is no draft", e);
        }
    }
}
