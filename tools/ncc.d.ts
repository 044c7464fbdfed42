/** What the build uses of ncc, which has no types of its own. */
declare module '@vercel/ncc' {
  interface Options {
    readonly cache: false
    /** Requests as they stand in the sources, and what is required in their place when the bundle runs. */
    readonly externals: Readonly<Record<string, string>>
    /** The file of all licences. */
    readonly license: string
    readonly quiet: boolean
    readonly transpileOnly: boolean
  }

  export interface Bundle {
    readonly code: string
    readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>
    /** Webpack's own account of what it put where. */
    readonly stats: { toJson(): unknown }
  }

  export default function ncc(input: string, options: Options): Promise<Bundle>
}
