//! What each box is called.

use super::*;

/// Each box as Binance's pages call it, in English and in French. Written down once more, because a wrong label has the user tick or untick
/// the wrong box, and everything that the program says of it would still agree.
const LABELS: [(Permission, &str, &str); 11] = [
    (Permission::Reading, "Enable Reading", "Permettre la lecture"),
    (
        Permission::SpotAndMarginTrading,
        "Enable Spot & Margin Trading",
        "Activer le trading Spot et sur marge",
    ),
    (Permission::Withdrawals, "Enable Withdrawals", "Activer les retraits"),
    (Permission::InternalTransfer, "Enable Internal Transfer", "Activer les transferts internes"),
    (Permission::UniversalTransfer, "Permits Universal Transfer", "Permet les transferts universels"),
    (
        Permission::Margin,
        "Enable Margin Loan, Repay & Transfer",
        "Activer les prêts sur marge, les remboursements et les transferts",
    ),
    (Permission::Futures, "Enable Futures", "Activer les Futures"),
    (Permission::VanillaOptions, "Enable European Options", "Activer les options européennes"),
    (
        Permission::PortfolioMarginTrading,
        "Enable Portfolio Margin Trading",
        "Activer le trading sur marge de portefeuille",
    ),
    (Permission::FixApiTrade, "FIX API trading", "Trading par API FIX"),
    (Permission::FixReadOnly, "FIX API reading", "Lecture par API FIX"),
];

#[test]
fn each_box_is_called_what_binance_calls_it() {
    assert_eq!(LABELS.map(|(permission, ..)| permission), Permission::ALL);
    for (permission, english, french) in LABELS {
        for (binance, label) in [(Lang::En, english), (Lang::Fr, french)] {
            for lang in Lang::ALL {
                let words = Words { lang, binance };
                assert_eq!(words.label(box_label(permission)), label, "{permission:?}");
            }
        }
    }
}
