namespace NewsMonitor.Benchmarks.Lexicon;

/// <summary>The languages that are measured, by SIB-200's code, with the tag that the language detection gives.</summary>
internal static class Sib200Languages
{
    public static IReadOnlyList<(string Code, string Tag)> BestResourced { get; } =
    [
        ("ita_Latn", "it"), ("deu_Latn", "de"), ("fra_Latn", "fr"), ("spa_Latn", "es"), ("por_Latn", "pt"), ("nld_Latn", "nl"),
        ("swe_Latn", "sv"), ("fin_Latn", "fi"), ("hun_Latn", "hu"), ("ron_Latn", "ro"), ("rus_Cyrl", "ru"), ("ukr_Cyrl", "uk"),
        ("pol_Latn", "pl"), ("ces_Latn", "cs"), ("ell_Grek", "el"), ("tur_Latn", "tr"), ("arb_Arab", "ar"), ("pes_Arab", "fa"),
        ("hin_Deva", "hi"), ("ind_Latn", "id"), ("vie_Latn", "vi"), ("jpn_Jpan", "ja"), ("kor_Hang", "ko"), ("zho_Hans", "zh-Hans"),
    ];

    public static IReadOnlyList<(string Code, string Tag)> Others { get; } =
    [
        ("zho_Hant", "zh-Hant"), ("tha_Thai", "th"), ("heb_Hebr", "he"), ("bul_Cyrl", "bg"), ("srp_Cyrl", "sr"), ("dan_Latn", "da"),
        ("nob_Latn", "nb"), ("cat_Latn", "ca"), ("slk_Latn", "sk"), ("hrv_Latn", "hr"), ("slv_Latn", "sl"), ("lit_Latn", "lt"),
        ("lvs_Latn", "lv"), ("est_Latn", "et"), ("azj_Latn", "az"), ("kaz_Cyrl", "kk"), ("hye_Armn", "hy"), ("kat_Geor", "ka"),
        ("urd_Arab", "ur"), ("ben_Beng", "bn"), ("tam_Taml", "ta"), ("swh_Latn", "sw"), ("amh_Ethi", "am"), ("tgl_Latn", "fil"),
    ];
}
