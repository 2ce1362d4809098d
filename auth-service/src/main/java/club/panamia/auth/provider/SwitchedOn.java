package club.panamia.auth.provider;

import club.panamia.kernel.secret.Tokens;
import club.panamia.kernel.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what is configured. Each complaint is one line that names the property and never shows a secret. */
final class SwitchedOn {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    private final String id;
    private final ProviderSettings.One setting;
    private final Settings house;

    SwitchedOn(String id, ProviderSettings.One setting, Settings house) {
        this.id = id;
        this.setting = setting;
        this.house = house;
    }

    /**
     * The provider; empty when it is disabled.
     *
     * @throws IllegalStateException one line that names the property, when a value is missing or bad
     */
    Optional<Provider> read(Tokens tokens) {
        if (!ID.matcher(id).matches()) {
            throw bad("kind", "'%s' is no id: small letters, digits and -, beginning with a letter".formatted(id));
        }
        var kind = kind();
        var trust = choice("trust", setting.trust(), Trust.class).orElse(Trust.VERIFICATION_REQUIRED);
        if (trust == Trust.DISABLED) {
            return Optional.empty();
        }
        var apple = kind == Kind.APPLE;
        var client = new Tenants.Client(
                required("client-id", setting.clientId()),
                secret(),
                apple ? required("team-id", setting.teamId()) : "",
                apple ? required("key-id", setting.keyId()) : "");
        var callback = house.publicUrl() + Provider.PATH + id + "/callback";
        var tenant = Tenants.of(
                id,
                kind,
                server(kind),
                setting.scopes().orElse(kind.scopes()),
                client,
                callback,
                tokens.hash("provider-state:" + id));
        return Optional.of(new Provider(id, kind, setting.label().orElse(label(kind)), trust, tenant));
    }

    private Kind kind() {
        var known = Arrays.stream(Kind.values()).anyMatch(kind -> word(kind).equals(id));
        return choice("kind", setting.kind().or(() -> known ? Optional.of(id) : Optional.empty()), Kind.class)
                .orElse(Kind.OIDC);
    }

    private String label(Kind kind) {
        return kind.label().isEmpty() ? id : kind.label();
    }

    private String server(Kind kind) {
        var text = setting.server().map(String::strip).orElse(kind.server());
        if (text.isEmpty()) {
            throw bad("server", "it is missing: the issuer's address, such as https://id.example.org");
        }
        var scheme = text.startsWith("https://") || (text.startsWith("http://") && !house.secure());
        if (!scheme || !namesHost(text)) {
            throw bad("server", "it must begin with https:// and name a host");
        }
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean namesHost(String url) {
        try {
            return URI.create(url).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String secret() {
        return setting.clientSecretFile()
                .map(this::content)
                .orElseGet(() -> required("client-secret", setting.clientSecret()));
    }

    private String content(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw bad("client-secret-file", "the file cannot be read");
        }
    }

    private String required(String name, Optional<String> value) {
        return value.map(String::strip).filter(text -> !text.isEmpty()).orElseThrow(() -> bad(name, "it is missing"));
    }

    private <E extends Enum<E>> Optional<E> choice(String name, Optional<String> value, Class<E> choices) {
        return value.map(String::strip)
                .map(text -> Arrays.stream(choices.getEnumConstants())
                        .filter(choice -> word(choice).equals(text))
                        .findFirst()
                        .orElseThrow(
                                () -> bad(name, "'%s' is unknown; it is one of %s".formatted(text, words(choices)))));
    }

    private static String words(Class<? extends Enum<?>> choices) {
        return Arrays.stream(choices.getEnumConstants()).map(SwitchedOn::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private IllegalStateException bad(String name, String reason) {
        return new IllegalStateException("pana.providers.%s.%s cannot be used: %s.".formatted(id, name, reason));
    }
}
