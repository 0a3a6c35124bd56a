/** A setting of the operator that cannot work. `code` is stable; the message says what to mend and never shows the value. */
export class CarrierConfigurationError extends Error {
  readonly code: 'malformed_public_key' | 'malformed_api_key' | 'malformed_base_url';

  constructor(code: CarrierConfigurationError['code'], message: string) {
    super(message);
    this.name = 'CarrierConfigurationError';
    this.code = code;
  }
}
