//! A certificate for this computer, and the authority that issued it.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use smartradex_tests::Outcome;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;

/// The certificate authorities that the system trusts, on Debian.
const SYSTEM: &str = "/etc/ssl/certs/ca-certificates.crt";

/// Makes both. Writes the authority, together with the system's, to a file in the format of `SSL_CERT_FILE`, and returns the
/// server's side, with HTTP/2.
pub(crate) fn make(file: &Path) -> Outcome<TlsAcceptor> {
    let mut params = CertificateParams::new([])?;
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate()?)?;
    let key = KeyPair::generate()?;
    let certificate = CertificateParams::new(["localhost".to_owned()])?.signed_by(&key, &authority)?;
    let system = fs::read_to_string(SYSTEM).unwrap_or_default();
    fs::write(file, system + &pem(authority.der()))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            PrivatePkcs8KeyDer::from(key.serialize_der()).into(),
        )?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

fn pem(der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let mut pem = String::from("-----BEGIN CERTIFICATE-----\n");
    for (place, sign) in text.chars().enumerate() {
        pem.push(sign);
        if place % 64 == 63 {
            pem.push('\n');
        }
    }
    pem + "\n-----END CERTIFICATE-----\n"
}
