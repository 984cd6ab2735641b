import { noRepresentation } from '../status.ts'
import { acceptClauses } from '../verbs/negotiate.ts'
import type { ApiResponse } from '../verbs/request.ts'
import { jsonResponse } from '../verbs/respond.ts'
import type { ServiceAccounts } from './service-accounts.ts'

const keysPath = '/openid/v1/jwks'
const keysType = 'application/jwk-set+json'

/**
 * Answers what others need in order to check tokens of service accounts: who issues them and with which keys. Undefined for
 * any other path.
 */
export function issuerDiscovery(
  accounts: ServiceAccounts,
  path: string,
  headers: Readonly<Record<string, string>>,
): ApiResponse | undefined {
  if (path === keysPath) {
    if (!acceptClauses(headers['accept']).some(({ type }) => type === keysType))
      throw noRepresentation(keysType)
    return jsonResponse(JSON.stringify({ keys: accounts.publicKeys() }), 200, { 'content-type': keysType })
  }
  if (path !== '/.well-known/openid-configuration') return undefined
  const configuration = {
    issuer: accounts.issuer,
    jwks_uri: `https://${headers['host'] ?? '127.0.0.1'}${keysPath}`,
    response_types_supported: ['id_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [accounts.algorithm],
  }
  return jsonResponse(JSON.stringify(configuration))
}
