/* What the page that checks a file needs of three libraries; it is made into one script, which the page fetches. */
import { encodePointer, format, validate } from "@cfworker/json-schema";
import MarkdownIt from "markdown-it";
import { isMap, LineCounter, parseDocument } from "yaml";

window.checkLibraries = { encodePointer, format, isMap, LineCounter, MarkdownIt, parseDocument, validate };
