/** What is written to a file: the whole of it, or parts that are made as they are written. */
export type FileText = string | AsyncIterable<string>;
