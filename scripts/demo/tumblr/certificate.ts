import { generate } from 'selfsigned'

export type Certificate = { readonly key: string; readonly cert: string }

/** A certificate for 127.0.0.1 that is good for a day. PEM; clients trust it by taking `cert` as their CA. */
export async function makeCertificate(): Promise<Certificate> {
  const from = Date.now()
  const made = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(from - 3_600_000),
    notAfterDate: new Date(from + 86_400_000),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  })
  return { key: made.private, cert: made.cert }
}
