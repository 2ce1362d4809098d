package club.panamia.kernel.json;

import io.vertx.core.json.Json;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.spi.RuntimeModelCreationContext;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.AggregateJdbcType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JsonJdbcType;
import org.jspecify.annotations.Nullable;

/**
 * A JSONB column whose document is an array or a scalar: {@code @JdbcType(JsonList.class)}. Hibernate Reactive's own JSON type
 * takes objects only (hibernate-reactive #4156).
 */
public class JsonList extends JsonJdbcType {

    private static final long serialVersionUID = 1L;

    public JsonList() {
        this(null);
    }

    protected JsonList(@Nullable EmbeddableMappingType embeddable) {
        super(embeddable);
    }

    @Override
    public AggregateJdbcType resolveAggregateJdbcType(
            EmbeddableMappingType embeddable, String sqlType, RuntimeModelCreationContext context) {
        return new JsonList(embeddable);
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> type) {
        return new Binder<>(type);
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> type) {
        return new Extractor<>(type);
    }

    private final class Binder<X> extends BasicBinder<X> {
        private static final long serialVersionUID = 1L;

        Binder(JavaType<X> type) {
            super(type, JsonList.this);
        }

        @Override
        protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                throws SQLException {
            statement.setObject(index, Json.decodeValue(JsonList.this.toString(value, getJavaType(), options)));
        }

        @Override
        protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options) {
            throw new UnsupportedOperationException("there are no callable statements in a reactive session");
        }
    }

    private final class Extractor<X> extends BasicExtractor<X> {
        private static final long serialVersionUID = 1L;

        Extractor(JavaType<X> type) {
            super(type, JsonList.this);
        }

        @Override
        protected @Nullable X doExtract(ResultSet rows, int index, WrapperOptions options) throws SQLException {
            var value = rows.getObject(index);
            return value == null ? null : JsonList.this.fromString(Json.encode(value), getJavaType(), options);
        }

        @Override
        protected X doExtract(CallableStatement statement, int index, WrapperOptions options) {
            throw new UnsupportedOperationException("there are no callable statements in a reactive session");
        }

        @Override
        protected X doExtract(CallableStatement statement, String name, WrapperOptions options) {
            throw new UnsupportedOperationException("there are no callable statements in a reactive session");
        }
    }
}
