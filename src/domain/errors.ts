/**
 * What can go wrong in the browser in the ordinary course of things. The interface has plain words and a next
 * step for each code, in each language.
 */
export type AppErrorCode =
  /** The content did not arrive: no network, or the server does not answer. */
  | "content-unreachable"
  /** Something else arrived in its place: an error page, a login page, a cut-off file. */
  | "content-invalid"
  /** A gate in front of the site wants a sign-in: the one that was there has expired. */
  | "signed-out"
  /** The content was built by another version of the app. */
  | "content-version"
  /** The model that search by meaning needs did not arrive. */
  | "encoder-unreachable"
  /** Something else arrived in its place: an error page, a cut-off or damaged file. */
  | "encoder-invalid"
  /** The model is of a format that this version of the app cannot read. */
  | "encoder-version"
  /** The model that reads for answers did not arrive. */
  | "reader-unreachable"
  /** Something else arrived in its place, or it does not run on this device: a policy forbids it, memory is short. */
  | "reader-invalid"
  /** The worker could not start, or died. */
  | "worker-failed";

export interface AppError {
  readonly code: AppErrorCode;
  /** For a log: which file, which status. Never shown as the message. */
  readonly detail?: string;
}
