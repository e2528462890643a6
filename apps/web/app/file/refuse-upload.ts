/** A refused upload, told as mutations tell it: `code` for programs, `message` for people in their language. */
export const refuseUpload = (status: number, code: string, message: string, isRetryable = false): Response =>
  Response.json({ code, message, isRetryable }, { status });
