import path from 'node:path'
import type { NextConfig } from 'next'

// The typed client lies beside this folder, as a link.
const checkout = path.join(import.meta.dirname, '..', '..')

const config: NextConfig = {
  poweredByHeader: false,
  turbopack: { root: checkout },
  outputFileTracingRoot: checkout,
}

export default config
