package club.panamia.kernel.personal;

import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This service's part in what people ask about their data; everything in the caller's transaction. */
@ApplicationScoped
class SubjectRequests {

    private static final String FIND = """
            SELECT id, user_id, encode(addresses, 'hex'), credit FROM internal.subject_request WHERE id = :id
            """;

    private static final String PERSON = """
            WITH person AS (
              SELECT CAST(:userId AS text) AS id, string_to_array(CAST(:addresses AS text), ' ') AS addresses,
                     CAST(:credit AS text) AS credit)
            """;

    private static final String BEGIN = """
            INSERT INTO internal.subject_request_part (request_id, service)
            SELECT id, CAST(:service AS text) FROM internal.subject_request WHERE id = :request
            ON CONFLICT (request_id, service) DO NOTHING
            """;

    private static final String ANSWER = """
            UPDATE internal.subject_request_part part
               SET content = part.content || jsonb_build_object(CAST(:section AS text),
                     coalesce((SELECT jsonb_agg(item) FROM (%s) answer), CAST('[]' AS jsonb)))
             WHERE part.request_id = :request AND part.service = :service
            """;

    private final EncryptionKeys keys;
    private final String service;

    SubjectRequests(EncryptionKeys keys, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.keys = keys;
        this.service = service;
    }

    /** The request; nothing when it is no longer there, such as a copy of somebody who has left meanwhile. */
    Uni<SubjectRequest> find(String id) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(FIND, Object[].class)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transform(row -> SubjectRequest.of(row, keys));
    }

    /** Notes that this service has done its part: true only together with the rest of the transaction. */
    Uni<Void> addPart(String requestId) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(BEGIN)
                        .setParameter("request", requestId)
                        .setParameter("service", service)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Puts what {@code question} finds into this service's part. */
    Uni<Void> answer(SubjectRequest request, String section, String question) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(PERSON + ANSWER.formatted(question))
                        .setParameter("userId", request.userId())
                        .setParameter("addresses", request.addresses())
                        .setParameter("credit", request.credit())
                        .setParameter("section", section)
                        .setParameter("request", request.id())
                        .setParameter("service", service)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Void> forget(SubjectRequest request, String statement) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(PERSON + statement)
                        .setParameter("userId", request.userId())
                        .setParameter("addresses", request.addresses())
                        .setParameter("credit", request.credit())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
