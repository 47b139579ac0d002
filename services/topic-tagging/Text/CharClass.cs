namespace NewsMonitor.TopicTagging.Text;

/// <summary>What the tokeniser does with a character.</summary>
internal enum CharClass : byte
{
    Separator,
    Letter,
    Digit,

    /// <summary>Belongs to the character before it: vowel signs, accents.</summary>
    Mark,

    /// <summary>Is not there: zero-width characters, soft hyphens, tatweel.</summary>
    Skipped,

    /// <summary>Han and kana: a token each.</summary>
    Ideograph,

    /// <summary>Thai, Lao, Khmer, Burmese: a token per grapheme cluster.</summary>
    Cluster,

    Hangul,
}
