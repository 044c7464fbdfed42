import { randomBytes } from 'node:crypto'

const LIFE_SECONDS = 1799
const REFRESH_SECONDS = 8_640_000

interface Grant {
  /** The user on whose behalf; empty for a token that is good for nothing. */
  readonly userId: string
  readonly clientId: string
  readonly expires: number
}

/** The tokens that were given out. They live in memory: a new start of the instance ends them all. */
export class Tokens {
  readonly #access = new Map<string, Grant>()
  readonly #refresh = new Map<string, Grant>()
  /** Identifiers of assertions that were used. */
  readonly #used = new Set<string>()

  /** A new access token, with a refresh token where the grant has one. */
  give(userId: string, clientId: string, now: Date, refreshable: boolean): Record<string, string | number> {
    const access = randomBytes(48).toString('base64url')
    this.#access.set(access, { userId, clientId, expires: now.getTime() + LIFE_SECONDS * 1000 })
    const answer = { access_token: access, scope: 'useraccount', token_type: 'Bearer', expires_in: LIFE_SECONDS }
    if (!refreshable) return answer
    const refresh = randomBytes(48).toString('base64url')
    this.#refresh.set(refresh, { userId, clientId, expires: now.getTime() + REFRESH_SECONDS * 1000 })
    return { ...answer, refresh_token: refresh }
  }

  /** The user of a token that has not expired. */
  userOf(token: string, now: Date): string | undefined {
    return valid(this.#access.get(token), now)?.userId
  }

  /** The user of a refresh token of that client. */
  userOfRefresh(token: string, clientId: string, now: Date): string | undefined {
    const grant = valid(this.#refresh.get(token), now)
    return grant?.clientId === clientId ? grant.userId : undefined
  }

  /** Whether an assertion with that identifier is used for the first time. */
  firstUse(jti: string): boolean {
    if (this.#used.has(jti)) return false
    this.#used.add(jti)
    return true
  }

  /** Ends all access tokens, as time does. */
  expire(): void {
    this.#access.clear()
  }
}

const valid = (grant: Grant | undefined, now: Date): Grant | undefined =>
  grant !== undefined && grant.expires > now.getTime() ? grant : undefined
