package club.panamia.kernel.request;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that takes a document and says nothing else takes JSON (RFC 9110, section 15.5.16). Without this the text of a form
 * would be handed to a record of one text as if it were that text.
 */
@Provider
public class JsonBodies implements DynamicFeature {

    @Override
    public void configure(ResourceInfo endpoint, FeatureContext context) {
        var method = endpoint.getResourceMethod();
        if (!saysWhatItTakes(method) && Arrays.stream(method.getParameters()).anyMatch(JsonBodies::isDocument)) {
            context.register(new JsonOnly());
        }
    }

    private static boolean saysWhatItTakes(Method method) {
        return method.isAnnotationPresent(Consumes.class)
                || method.getDeclaringClass().isAnnotationPresent(Consumes.class);
    }

    private static boolean isDocument(Parameter parameter) {
        return parameter.getType().getName().startsWith("club.panamia.")
                && Arrays.stream(parameter.getAnnotations())
                        .map(annotation -> annotation.annotationType().getPackageName())
                        .noneMatch(name -> name.startsWith("jakarta.ws.rs") || name.startsWith("org.jboss.resteasy"));
    }

    private static final class JsonOnly implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            if (request.hasEntity() && !isJson(request.getMediaType())) {
                throw new NotSupportedException("send application/json");
            }
        }

        private static boolean isJson(@Nullable MediaType type) {
            return type != null
                    && "application".equals(type.getType())
                    && ("json".equals(type.getSubtype()) || type.getSubtype().endsWith("+json"));
        }
    }
}
