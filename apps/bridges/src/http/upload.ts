import type { RequestHandler } from 'express';
import multer from 'multer';
import type { BridgesRequest } from './request.js';

const MEGABYTE = 1024 * 1024;
const MOST_MEGABYTES = 20;

/** A file sent with a form, or the message of why it was not taken. */
export type Upload =
  | { readonly name: string; readonly content: Buffer; readonly problem?: never }
  | { readonly problem: string };

const read = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MOST_MEGABYTES * MEGABYTE, files: 1, fields: 10, fieldSize: 2_000 },
}).single('file');

/** The forms that send a file. */
const WITH_FILE = new Set(['/reference-data/imports']);

/** Reads the fields and the one file of such a form, of signed-in people only. The token of the form is checked after. */
export const uploads: RequestHandler = (request, response, next) => {
  const isUpload = request.method === 'POST' && WITH_FILE.has(request.path);
  if (!isUpload || !request.user || !request.is('multipart/form-data')) return next();
  read(request, response, (error?: unknown) => {
    if (error instanceof multer.MulterError)
      (request as BridgesRequest).upload = { problem: problemOf(error) };
    else if (error) return next(error);
    else (request as BridgesRequest).upload = uploadOf(request);
    next();
  });
};

const problemOf = (error: multer.MulterError): string =>
  error.code === 'LIMIT_FILE_SIZE'
    ? `The file must be smaller than ${MOST_MEGABYTES} MB. Ask the people who run the server to import it.`
    : 'Select one file';

function uploadOf(request: object): Upload {
  const { file } = request as { file?: { originalname: string; buffer: Buffer } };
  return file && file.buffer.length > 0
    ? { name: file.originalname, content: file.buffer }
    : { problem: 'Select a file that is not empty' };
}
