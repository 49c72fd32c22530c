import * as v from 'valibot';

/**
 * How one vendor is asked to deliver a message. Texts hold places such as `{{to}}`; what is put there is escaped for where it
 * stands (see `render.ts`). Pointers are RFC 6901 into the answer's JSON.
 */
const POINTER = /^(\/([^~/]|~[01])*)*$/;
const HEADER = /^[A-Za-z0-9-]{1,60}$/;
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const pointer = v.pipe(text(300), v.regex(POINTER));
const words = v.pipe(v.array(text(100)), v.maxLength(30));

const shape = v.strictObject({
  method: v.picklist(['POST', 'PUT', 'GET']),
  url: v.pipe(text(1_000), v.minLength(1)),
  headers: v.pipe(
    v.record(v.pipe(v.string(), v.regex(HEADER)), text(1_000)),
    v.check((headers) => Object.keys(headers).length <= 20),
  ),
  /** Escaping follows from it. NONE: no body, as for GET. */
  bodyType: v.picklist(['JSON', 'FORM', 'XML', 'TEXT', 'NONE']),
  body: text(20_000),
  /** How the number is written: as it was typed, `+821012345678`, `821012345678` or `01012345678`. */
  phone: v.picklist(['AS_IS', 'E164', 'E164_DIGITS', 'NATIONAL']),
  /** Calling code of numbers that were typed without one, e.g. `82`. */
  callingCode: v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/)),
  /** `{{signature}}`: HMAC-SHA256 of a text under a secret, as some vendors ask for. */
  signature: v.nullable(
    v.strictObject({
      secret: v.pipe(v.string(), v.regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/)),
      over: text(2_000),
      encoding: v.picklist(['HEX', 'BASE64']),
    }),
  ),
  /** Taken: the status is one of these (`2xx` or `200`), and what the pointer leads to is one of `values`. */
  success: v.strictObject({
    statuses: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[1-5](xx|\d\d)$/))), v.minLength(1), v.maxLength(10)),
    pointer: v.nullable(pointer),
    values: words,
  }),
  /** Where the vendor's own id of the message stands; null: it gives none, or reports name ours. */
  reference: v.nullable(pointer),
  /** How it reports deliveries, as JSON or as a form; null: it doesn't. In a form a pointer is `/` and the field's name. */
  reports: v.nullable(
    v.strictObject({
      /** The list of reports; null: the body is one. */
      list: v.nullable(pointer),
      reference: pointer,
      status: pointer,
      /** Words of the vendor in any case, `3*` for all that begin so. Whatever else it says changes nothing. */
      delivered: words,
      failed: words,
      /** Failed since the address itself is wrong. */
      badAddress: words,
    }),
  ),
});

export type GatewayTemplate = Readonly<v.InferOutput<typeof shape>>;

export interface TemplateFault {
  readonly path: string;
  readonly kind: 'WRONG' | 'UNKNOWN_PLACE' | 'NOT_JSON' | 'BODY_UNEXPECTED' | 'INSECURE';
  readonly detail: string;
}

/** A template out of untrusted JSON, or where it isn't one. Places are looked at by `render.ts`. */
export function parseTemplate(
  value: unknown,
):
  | { readonly kind: 'template'; readonly template: GatewayTemplate }
  | { readonly kind: 'faults'; readonly faults: readonly TemplateFault[] } {
  const parsed = v.safeParse(shape, value);
  if (parsed.success) return { kind: 'template', template: parsed.output };
  const faults = parsed.issues.map((issue): TemplateFault => {
    return { path: v.getDotPath(issue) ?? '', kind: 'WRONG', detail: issue.expected ?? '' };
  });
  return { kind: 'faults', faults: faults.slice(0, 30) };
}
