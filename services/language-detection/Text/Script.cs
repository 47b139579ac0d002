namespace NewsMonitor.LanguageDetection.Text;

/// <summary>Writing systems that language detection tells apart.</summary>
internal enum Script : byte
{
    /// <summary>No letter, or a mark that goes with any script.</summary>
    None,
    Latin,
    Cyrillic,
    Arabic,
    Devanagari,
    Bengali,
    Ethiopic,

    // From here on the script alone decides the language.
    Greek,
    Hebrew,
    Armenian,
    Georgian,
    Gurmukhi,
    Gujarati,
    Odia,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Burmese,
    Khmer,
    Hangul,
    Kana,
    Han,

    /// <summary>Letters of a script whose languages are unknown here.</summary>
    Other,
}
