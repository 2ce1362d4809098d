// usage: node server.js ROUTE   answers every GET by routes/ROUTE.js: async (request) => [status, object]
// One bare node:http process: no framework stands between the peer and its best figure.
import { createServer } from 'node:http'

const { answer } = await import(`./routes/${process.argv[2]}.js`)

createServer(async (request, response) => {
  let status, body
  try {
    [status, body] = await answer(request)
  } catch (error) {
    console.error(error)
    status = 500
    body = {}
  }
  const text = JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  response.end(text)
}).listen(Number(process.env.PORT), '127.0.0.1')
