/** Voices offered while typing; any other the carrier knows may be written. */
export const knownVoices: readonly string[] = [
  'Telnyx.KokoroTTS.af',
  'Telnyx.KokoroTTS.am',
  'Telnyx.NaturalHD.astra',
  'AWS.Polly.Joanna-Neural',
  'AWS.Polly.Matthew-Neural',
  'AWS.Polly.Lupe-Neural',
  'AWS.Polly.Amy-Neural',
  'Azure.en-US-BrianMultilingualNeural',
  'Azure.en-US-AvaMultilingualNeural',
];
