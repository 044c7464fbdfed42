/*
 * Stands in the bundle for parts of undici that load with it and are never used here: HTTP/2, which is off, and bodies of
 * forms. With them, undici takes twice as long to load as all of Node.
 */
const leftOut = () => {
  throw new Error('this part of undici is left out of the bundle')
}
module.exports = leftOut
module.exports.extractBody = leftOut
