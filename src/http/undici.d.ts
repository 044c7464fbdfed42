/** undici's pool by its path: the index loads fetch, caches and mocks too, which costs start-up time. The type is undici's own. */
declare module 'undici/lib/dispatcher/pool.js' {
  export { Pool as default } from 'undici'
}
