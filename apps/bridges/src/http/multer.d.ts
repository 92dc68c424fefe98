/** The part of multer that is used here; it is published without types. */
declare module 'multer' {
  import type { RequestHandler } from 'express';

  interface Limits {
    readonly fileSize: number;
    readonly files: number;
    readonly fields: number;
    readonly fieldSize: number;
  }
  interface Multer {
    single(field: string): RequestHandler;
  }
  function multer(options: { readonly storage: unknown; readonly limits: Limits }): Multer;
  namespace multer {
    function memoryStorage(): unknown;
    class MulterError extends Error {
      readonly code: string;
    }
  }
  export default multer;
}
