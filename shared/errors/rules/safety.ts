/** Safety and access programmes, and sign-ins that use no API key. */
import type { Row } from '../row';

export const SAFETY_ROWS: readonly Row[] = [
  {
    id: 'safety-sentence',
    cause: 'safety_restricted',
    confidence: 'certain',
    strength: 'sentence',
    says: [
      'this content was flagged for possible cybersecurity risk',
      'join the trusted access for cyber program',
      'invalid access program … is not supported for model',
      'not approved for trusted access',
      'must be approved for trusted access',
      'organizations approved for trusted access',
    ],
    samples: [
      '{"error":{"type":"invalid_request","code":"cyber_policy","message":"This content was flagged for possible cybersecurity risk. Try other words."}}',
      `Error code: 400 - {'error': {'message': "Invalid access program: 'lake_blue' is not supported for model 'gpt-6-sol'.", 'code': 'invalid_access_program'}}`,
    ],
    source: 'Error guide and trusted-access pages, 2026-11',
  },
  {
    id: 'safety-general',
    cause: 'safety_restricted',
    confidence: 'likely',
    strength: 'code',
    needsService: true,
    says: [
      'blocked by our … safety policy',
      'blocked under our … safety policy',
      'violates our … safety policy',
      'flagged for possible … risk',
      'blocked by the … access programme',
      'blocked by the … access program',
    ],
    samples: [
      "openai.BadRequestError: Error code: 400 - {'error': {'message': 'This prompt was blocked by our chemical safety policy.', 'type': 'invalid_request', 'param': None, 'code': None}}",
    ],
    source: 'The form of the sentence about cybersecurity, for other subjects; error guide, 2026-11',
  },
  {
    id: 'code-safety',
    cause: 'safety_restricted',
    confidence: 'certain',
    strength: 'code',
    codes: ['cyber_policy', 'invalid_access_program'],
    samples: ['{"error":{"type":"invalid_request","code":"cyber_policy","message":"…","param":null}}'],
    source: 'Error guide, 2026-11',
  },
  {
    id: 'keyless-sentence',
    cause: 'keyless_sign_in',
    confidence: 'likely',
    strength: 'sentence',
    needsService: true,
    says: [
      'no service account mapping matched the subject',
      'service account mapping matched the subject',
      'WorkloadIdentityAuth',
      'workload identity provider',
      'workload identity token exchange',
      'the subject token',
      // The server asks for a client certificate, as with mutual TLS.
      'alert certificate required',
      'a client certificate is required',
      'client certificate required',
      'certificate_required',
    ],
    samples: [
      'OAuthError: 400 {"error":"invalid_grant","error_description":"No service account mapping matched the subject token"} at auth.openai.com',
    ],
    source: 'Workload identity guide, 2026-10',
  },
  {
    // An address alone: where the connection to it fails, nothing was exchanged.
    id: 'keyless-address',
    cause: 'keyless_sign_in',
    confidence: 'likely',
    strength: 'sign',
    says: ['auth.openai.com/oauth/token'],
    samples: ['POST https://auth.openai.com/oauth/token was refused'],
    source: 'Workload identity guide, 2026-10',
  },
  {
    id: 'code-keyless',
    cause: 'keyless_sign_in',
    confidence: 'likely',
    strength: 'code',
    needsService: true,
    codes: ['invalid_subject_token', 'invalid_grant'],
    says: ['openai OAuthError', 'OAuthError … error_description'],
    samples: [
      '{"error":{"message":"…","type":"invalid_request_error","param":null,"code":"invalid_subject_token"}}',
    ],
    source: 'Workload identity guide, 2026-10',
  },
];
