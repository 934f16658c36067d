//! TLS: whom to trust, and which protocols to speak.

use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt;

use crate::{Endpoint, Failure};

/// Our own TLS settings, so that no process-wide cryptography provider has to be installed and a missing certificate
/// store is noticed here.
pub(crate) fn config(endpoint: &Endpoint, authority: Option<&[u8]>) -> Result<ClientConfig, Failure> {
    let no_authorities = |_: rustls::Error| Failure::NoAuthorities;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(no_authorities)?;
    let mut config = match authority {
        None if endpoint.is_https() => {
            builder.with_platform_verifier().map_err(no_authorities)?.with_no_client_auth()
        }
        // Plain http never gets as far as TLS, and must work on a computer without certificate authorities.
        None => builder.with_root_certificates(RootCertStore::empty()).with_no_client_auth(),
        Some(der) => {
            let mut store = RootCertStore::empty();
            store.add(CertificateDer::from(der.to_vec())).map_err(no_authorities)?;
            builder.with_root_certificates(store).with_no_client_auth()
        }
    };
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}
