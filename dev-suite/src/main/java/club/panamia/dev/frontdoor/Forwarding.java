package club.panamia.dev.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Queue;

/**
 * One request on its way to a process of its service. Where nobody listens the next one is asked; where the answer is 503 or
 * breaks off the next one only for a read, since a write may have been done.
 */
final class Forwarding implements ProxyInterceptor {

    private final HttpClient client;
    private final HttpServerRequest request;
    private final String service;
    private final Queue<Integer> ports;

    Forwarding(HttpClient client, HttpServerRequest request, String service, Queue<Integer> ports) {
        this.client = client;
        this.request = request;
        this.service = service;
        this.ports = ports;
    }

    void begin() {
        open().onSuccess(toService -> proxy(toService).handle(request))
                .onFailure(e -> Problems.unavailable(request, service));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest()
                .compose(answer -> mayAskAgain(answer) ? again(context, answer) : Future.succeededFuture(answer))
                .recover(e -> isRead() && !ports.isEmpty() ? again(context) : Future.failedFuture(e))
                .recover(e -> Problems.unavailable(context, service));
    }

    private boolean mayAskAgain(ProxyResponse answer) {
        return answer.getStatusCode() == 503 && isRead() && !ports.isEmpty();
    }

    private boolean isRead() {
        return request.method() == HttpMethod.GET && request.getHeader("Upgrade") == null;
    }

    private Future<ProxyResponse> again(ProxyContext context, ProxyResponse refused) {
        refused.release();
        return again(context);
    }

    private Future<ProxyResponse> again(ProxyContext context) {
        context.request().setBody(Body.body(Buffer.buffer()));
        return open().compose(context.request()::send);
    }

    private HttpProxy proxy(HttpClientRequest toService) {
        return HttpProxy.reverseProxy(client)
                .origin(context -> Future.succeededFuture(toService))
                .addInterceptor(this);
    }

    /** A connection to the first that takes one. */
    private Future<HttpClientRequest> open() {
        var opened = client.request(to(ports.remove()));
        return ports.isEmpty() ? opened : opened.recover(refused -> open());
    }

    /** The service sees the host that the client asked for, as behind an Ingress. */
    private RequestOptions to(int port) {
        var options = new RequestOptions().setServer(SocketAddress.inetSocketAddress(port, "127.0.0.1"));
        var asked = request.authority();
        return asked == null ? options : options.setHost(asked.host()).setPort(asked.port() < 0 ? 80 : asked.port());
    }
}
